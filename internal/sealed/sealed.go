// Package sealed draws digests and names of files from their contents, so that whoever reads one of ours can tell whether it is as it was written.
// Writers and readers draw them here, and nowhere else.
package sealed

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
)

// Digest is the SHA-256 of what a file holds, in hexadecimal digits.
func Digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// nameSize is how many bytes of a digest are the name: as many as an identifier of a PDF has.
const nameSize = 16

// PDF is the entry /ID in the trailer of a PDF (ISO 32000-1, 14.4), drawn from all that stands before its last cross-reference section.
func PDF(before []byte) string {
	sum := sha256.Sum256(before)
	return fmt.Sprintf("/ID [<%[1]X> <%[1]X>]", sum[:nameSize])
}

// Parts draws the name of a package from its parts, in their order.
type Parts struct{ sum hash.Hash }

// NewParts is no part yet.
func NewParts() Parts { return Parts{sha256.New()} }

// Add adds a part.
func (p Parts) Add(name string, data []byte) {
	fmt.Fprintf(p.sum, "%s\n%d\n", name, len(data))
	p.sum.Write(data)
}

// Name is the name.
func (p Parts) Name() string { return hex.EncodeToString(p.sum.Sum(nil)[:nameSize]) }
