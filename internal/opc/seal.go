package opc

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
)

// Seal is what the parts of a package come to, by their names and the checksums that a zip keeps of them. Every program that saves an
// office file writes some part of it otherwise. Its zero value is ready.
type Seal struct{ parts []string }

// Add adds a part by its checksum, the CRC-32 of its bytes.
func (s *Seal) Add(name string, checksum uint32) {
	s.parts = append(s.parts, fmt.Sprintf("%08x %s", checksum, fold(name)))
}

// String is the same for the same parts in any order.
func (s *Seal) String() string {
	const length = 32 // digits
	digest := sha256.Sum256([]byte(strings.Join(slices.Sorted(slices.Values(s.parts)), "\n")))
	return hex.EncodeToString(digest[:])[:length]
}

// Seal is that of the package as it is stored, but for one part. Nothing is unzipped for it.
func (p *Package) Seal(but string) string {
	var s Seal
	for _, f := range p.files {
		if fold(f.Name) != fold(but) {
			s.Add(f.Name, f.CRC32)
		}
	}
	return s.String()
}
