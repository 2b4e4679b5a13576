// Package ofddata finds the file that an OFD (GB/T 33190—2016) carries as its data. It reads as much as leads there and draws nothing.
package ofddata

import (
	"bytes"
	"crypto/sha256"
	"encoding/xml"
	"errors"
	"fmt"
	"path"
	"strings"

	"nianbao/internal/budget"
	"nianbao/internal/opc"
)

// Why data cannot be had.
var (
	errDamaged = errors.New("OFD的结构有损坏，里面带的数据读不出")
	ErrNone    = errors.New("OFD里没有年报的数据")
)

// mostData is how large the data may be, in bytes: a long report has 60,000.
const mostData = 4 << 20

// Attached is the file of a name that belongs to the document. asWritten says that nothing was changed since this program wrote the
// file, so that its pages show what the data say. The error is ErrNone, or says why the data cannot be read.
func Attached(ofd []byte, name string) (data []byte, asWritten bool, err error) {
	p, body, err := open(ofd)
	if err != nil {
		return nil, false, err
	}
	root := at("", body.Root)
	var document struct {
		Attachments string `xml:"Attachments"`
	}
	if err := part(p, root, &document); err != nil {
		return nil, false, err
	}
	if document.Attachments == "" {
		return nil, false, ErrNone
	}
	list := at(root, document.Attachments)
	var attachments struct {
		All []struct {
			Name string `xml:"Name,attr"`
			File string `xml:"FileLoc"`
		} `xml:"Attachment"`
	}
	if err := part(p, list, &attachments); err != nil {
		return nil, false, err
	}
	for _, a := range attachments.All {
		if a.Name != name {
			continue
		}
		data, err := p.Part(at(list, a.File))
		if err != nil || len(data) > mostData {
			return nil, false, errDamaged
		}
		return data, body.ID == digest(p), nil
	}
	return nil, false, ErrNone
}

// IsAsWritten says whether this program wrote an OFD, and nothing was changed in it since: it is still named by the digest of its parts.
func IsAsWritten(ofd []byte) bool {
	p, body, err := open(ofd)
	return err == nil && body.ID == digest(p)
}

// body is what the first part says of the document.
type body struct {
	ID   string `xml:"DocBody>DocInfo>DocID"`
	Root string `xml:"DocBody>DocRoot"`
}

const mainPart = "OFD.xml"

func open(ofd []byte) (p *opc.Package, b body, err error) {
	p, err = opc.OpenZip(ofd, budget.New())
	if err != nil {
		return nil, b, errDamaged
	}
	err = part(p, mainPart, &b)
	return p, b, err
}

// part reads a part.
func part(p *opc.Package, name string, into any) error {
	data, err := p.Part(name)
	if err != nil || xml.NewDecoder(bytes.NewReader(data)).Decode(into) != nil {
		return errDamaged
	}
	return nil
}

// at is where a location leads that stands in a part: from the part's folder, or from the root where it begins with a slash.
func at(part, location string) string {
	location = strings.TrimSpace(location)
	if strings.HasPrefix(location, "/") {
		return strings.TrimPrefix(path.Clean(location), "/")
	}
	return path.Join(path.Dir(part), location)
}

// digest is that of all parts but the one that names it, as render/ofd makes it.
func digest(p *opc.Package) string {
	sum := sha256.New()
	for _, name := range p.Names() {
		if name == mainPart {
			continue
		}
		data, err := p.Part(name)
		if err != nil {
			return ""
		}
		fmt.Fprintf(sum, "%s\n%d\n", name, len(data))
		sum.Write(data)
	}
	return fmt.Sprintf("%x", sum.Sum(nil)[:16])
}
