package opc

import (
	"errors"
	"path"
	"strings"

	"nianbao/internal/budget"
	"nianbao/internal/xmlscan"
)

// Relationship is a link from one part to another.
type Relationship struct {
	ID     string
	Type   string // a URI
	Target string // the other's name in the package; of an external link, nothing that is of use
}

// Kind is the last word of the type, by which the transitional and the strict form of the standard mostly say the same.
func (r Relationship) Kind() string { return path.Base(r.Type) }

// RelationshipsPart is the name of the part that holds the relationships of a part.
func RelationshipsPart(part string) string {
	folder, name := path.Split(part)
	return folder + "_rels/" + name + ".rels"
}

// Relationships lists the links of a part, "" for those of the package. A part without any has none. An error is an Error.
func (p *Package) Relationships(part string) ([]Relationship, error) {
	if part == "" && !p.IsSet(RelationshipsPart("")) {
		return p.links, nil
	}
	return p.readRelationships(part)
}

func (p *Package) readRelationships(part string) ([]Relationship, error) {
	var links []Relationship
	err := p.list(RelationshipsPart(part), func(e *Decoder) {
		if e.Name() == "Relationship" {
			target := e.Attr("Target")
			if fromRoot, ok := strings.CutPrefix(target, "/"); ok {
				target = fromRoot
			} else {
				target = path.Join(path.Dir(part), target)
			}
			links = append(links, Relationship{e.Attr("Id"), e.Attr("Type"), target})
		}
	})
	if errors.Is(err, ErrNoPart) {
		return nil, nil
	}
	return links, err
}

// ContentTypes is the name of the entry that lists of what type the parts are.
const ContentTypes = "[Content_Types].xml"

// declared tells a package by the type that its main part is declared to be of.
func (p *Package) declared() (Kind, error) {
	kind := Zip
	err := p.list(ContentTypes, func(e *Decoder) {
		if name, ok := strings.CutPrefix(e.Attr("PartName"), "/"); !ok || fold(name) != fold(p.main) {
			return
		}
		declared := e.Attr("ContentType")
		for _, t := range []struct {
			words string
			kind  Kind
		}{
			{"ms-excel.sheet.binary", BinaryWorkbook}, {"spreadsheetml", Workbook}, {"ms-excel", Workbook},
			{"wordprocessingml", Document}, {"ms-word", Document}, {"presentationml", Presentation}, {"ms-powerpoint", Presentation},
		} {
			if kind == Zip && strings.Contains(declared, t.words) {
				kind = t.kind
			}
		}
	})
	if errors.Is(err, ErrNoPart) {
		return Zip, nil
	}
	return kind, err
}

// list shows the start tags of the elements in the root of a part.
func (p *Package) list(part string, show func(e *Decoder)) error {
	d, err := p.XML(part)
	if err != nil {
		return err
	}
	defer d.Close()
	depth := 0
	for {
		kind, err := d.Next()
		if err != nil {
			return err
		}
		switch kind {
		case xmlscan.Start:
			if depth++; depth == 2 {
				if !p.Spend(budget.Links, 1) {
					return p.fails(TooLarge)
				}
				show(d)
			}
		case xmlscan.End:
			if depth--; depth == 0 {
				return nil
			}
		}
	}
}
