// Package ofddata finds the file that an OFD (GB/T 33190—2016) carries as its data. It reads as much as leads there and draws nothing.
package ofddata

import (
	"errors"
	"path"
	"strings"

	"nianbao/internal/budget"
	"nianbao/internal/opc"
	"nianbao/internal/sealed"
	"nianbao/internal/xmlscan"
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
	root, listed := at("", body.root), ""
	err = texts(p, root, func(path, _, text string) {
		if path == "Attachments" {
			listed = text
		}
	})
	if err != nil {
		return nil, false, err
	}
	if listed == "" {
		return nil, false, ErrNone
	}
	list := at(root, listed)
	type attachment struct{ name, file string }
	var attachments []attachment
	file := ""
	err = texts(p, list, func(path, name, text string) {
		switch path {
		case "Attachment/FileLoc":
			file = text
		case "Attachment":
			attachments = append(attachments, attachment{name, file})
			file = ""
		}
	})
	if err != nil {
		return nil, false, err
	}
	for _, a := range attachments {
		if a.name != name {
			continue
		}
		data, err := p.Part(at(list, a.file))
		if err != nil || len(data) > mostData {
			return nil, false, errDamaged
		}
		return data, body.id == digest(p), nil
	}
	return nil, false, ErrNone
}

// IsAsWritten says whether this program wrote an OFD, and nothing was changed in it since: it is still named by the digest of its parts.
func IsAsWritten(ofd []byte) bool {
	p, body, err := open(ofd)
	return err == nil && body.id == digest(p)
}

// body is what the first part says of the document.
type body struct{ id, root string }

const mainPart = "OFD.xml"

func open(ofd []byte) (p *opc.Package, b body, err error) {
	p, err = opc.OpenZip(ofd, budget.New())
	if err != nil {
		return nil, b, errDamaged
	}
	err = texts(p, mainPart, func(path, _, text string) {
		switch path {
		case "DocBody/DocInfo/DocID":
			b.id = text
		case "DocBody/DocRoot":
			b.root = text
		}
	})
	return p, b, err
}

// texts shows the elements of a part as they end: the way to each from the root, its attribute Name, and its own text. What is deeper
// than anything that leads to data is not shown.
func texts(p *opc.Package, part string, show func(path, name, text string)) error {
	d, err := p.XML(part)
	if err != nil {
		return errDamaged
	}
	defer d.Close()
	const deepest = 4
	type element struct {
		path, name string
		text       []byte
	}
	var open []element
	for depth := 0; ; {
		kind, err := d.Next()
		if err != nil {
			return errDamaged
		}
		switch kind {
		case xmlscan.Start:
			if depth++; depth <= deepest {
				e := element{name: d.Attr("Name")}
				if depth > 1 {
					e.path = path.Join(open[depth-2].path, d.Name())
				}
				open = append(open, e)
			}
		case xmlscan.Text:
			if 0 < depth && depth <= deepest {
				open[depth-1].text = append(open[depth-1].text, d.Text()...)
			}
		case xmlscan.End:
			if depth--; depth < deepest {
				show(open[depth].path, open[depth].name, string(open[depth].text))
				open = open[:depth]
			}
			if depth == 0 {
				return nil
			}
		}
	}
}

// at is where a location leads that stands in a part: from the part's folder, or from the root where it begins with a slash.
func at(part, location string) string {
	location = strings.TrimSpace(location)
	if strings.HasPrefix(location, "/") {
		return strings.TrimPrefix(path.Clean(location), "/")
	}
	return path.Join(path.Dir(part), location)
}

// digest is that of all parts but the one that names it.
func digest(p *opc.Package) string {
	parts := sealed.NewParts()
	for _, name := range p.Names() {
		if name == mainPart {
			continue
		}
		data, err := p.Part(name)
		if err != nil {
			return ""
		}
		parts.Add(name, data)
	}
	return parts.Name()
}
