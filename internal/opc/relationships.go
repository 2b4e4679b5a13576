package opc

import (
	"encoding/xml"
	"errors"
	"path"
	"strings"

	"nianbao/internal/budget"
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
	var links []Relationship
	err := p.list(RelationshipsPart(part), func(e xml.StartElement) {
		if e.Name.Local == "Relationship" {
			target := attribute(e, "Target")
			if fromRoot, ok := strings.CutPrefix(target, "/"); ok {
				target = fromRoot
			} else {
				target = path.Join(path.Dir(part), target)
			}
			links = append(links, Relationship{attribute(e, "Id"), attribute(e, "Type"), target})
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
	err := p.list(ContentTypes, func(e xml.StartElement) {
		if name, ok := strings.CutPrefix(attribute(e, "PartName"), "/"); !ok || fold(name) != fold(p.main) {
			return
		}
		declared := attribute(e, "ContentType")
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

// list shows the elements in the root of a part.
func (p *Package) list(part string, show func(e xml.StartElement)) error {
	d, err := p.XML(part)
	if err != nil {
		return err
	}
	depth := 0
	for {
		token, err := d.Token()
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth++; depth == 2 {
				if !p.Spend(budget.Links, 1) {
					return p.fails(TooLarge)
				}
				show(t)
			}
		case xml.EndElement:
			if depth--; depth == 0 {
				return nil
			}
		}
	}
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
