package workbook

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"nianbao/internal/opc"
	"nianbao/internal/spreadsheet"
	"nianbao/internal/xmlcut"
)

// changes is a workbook that another program wrote, while parts of it are changed.
type changes struct {
	book  *spreadsheet.Book
	given map[string]int // numbers, by pattern: see free
	links string         // the namespace of relationships; the transitional one, or in strict files another
}

func openChanges(data []byte) (*changes, error) {
	b, err := spreadsheet.Open(data)
	if err != nil {
		return nil, err
	}
	return changesTo(b)
}

func changesTo(b *spreadsheet.Book) (*changes, error) {
	c := &changes{book: b, given: map[string]int{}}
	main, err := b.Relationships("")
	if err != nil {
		return nil, err
	}
	for _, l := range main {
		if l.Kind() == "officeDocument" {
			c.links = strings.TrimSuffix(l.Type, "/"+l.Kind())
			break
		}
	}
	return c, nil
}

// edit changes a part.
func (c *changes) edit(name string, change func(root *xmlcut.Element) error) error {
	data, err := c.book.Part(name)
	if err != nil {
		return spreadsheet.Damaged(err)
	}
	root, err := cut(data)
	if err == nil {
		err = change(root)
	}
	if err == nil {
		c.book.Set(name, root.Bytes())
	}
	return err
}

// free is a name that no part has: the first of a pattern with a number. It is given once.
func (c *changes) free(pattern string) string {
	for {
		c.given[pattern]++
		if name := fmt.Sprintf(pattern, c.given[pattern]); !c.book.Has(name) {
			return name
		}
	}
}

const packageLinks = "http://schemas.openxmlformats.org/package/2006/relationships"

// link links a part to another and returns the link's id: one that the part does not speak of, since it may still speak of a link
// that was lost.
func (c *changes) link(from, kind, to string) (id string, err error) {
	name := opc.RelationshipsPart(from)
	if !c.book.Has(name) {
		c.book.Set(name, []byte(xmlHead+`<Relationships xmlns="`+packageLinks+`"></Relationships>`))
	}
	spoken := []byte(nil)
	if from != "" {
		if spoken, err = c.book.Part(from); err != nil {
			return "", spreadsheet.Damaged(err)
		}
	}
	err = c.edit(name, func(root *xmlcut.Element) error {
		taken := map[string]bool{}
		for _, child := range root.Children {
			if e, err := cut(child.Raw); child.Name != "" && err == nil {
				taken[e.Get("Id")] = true
			}
		}
		for i := 1; ; i++ {
			if id = fmt.Sprintf("rId%d", i); !taken[id] && !bytes.Contains(spoken, []byte(`"`+id+`"`)) && !bytes.Contains(spoken, []byte(`'`+id+`'`)) {
				break
			}
		}
		root.Insert("Relationship", "<"+root.Qualified("Relationship")+` Id="`+id+`" Type="`+c.links+"/"+kind+`" Target="`+xmlcut.AttributeText(relative(from, to))+`"/>`)
		return nil
	})
	return id, err
}

// relative is where a part stands as seen from another. Links that begin at the root are as good, but some programs follow none.
func relative(from, to string) string {
	folders, target := strings.Split(from, "/"), strings.Split(to, "/")
	for len(folders) > 1 && len(target) > 1 && folders[0] == target[0] {
		folders, target = folders[1:], target[1:]
	}
	return strings.Repeat("../", len(folders)-1) + strings.Join(target, "/")
}

// linked is the part that a part links to by a kind of link, "" for none.
func (c *changes) linked(from, kind string) (string, error) {
	links, err := c.book.Relationships(from)
	if err != nil {
		return "", err
	}
	for _, l := range links {
		if l.Kind() == kind {
			return l.Target, nil
		}
	}
	return "", nil
}

const (
	xmlHead   = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml."
)

// declare says of what type a part is, unless that is said already.
func (c *changes) declare(name, contentType string) error {
	return c.edit(opc.ContentTypes, func(root *xmlcut.Element) error {
		for _, child := range root.Children {
			if e, err := cut(child.Raw); child.Name == "Override" && err == nil && strings.EqualFold(e.Get("PartName"), "/"+name) {
				return nil
			}
		}
		root.Insert("Override", "<"+root.Qualified("Override")+` PartName="/`+xmlcut.AttributeText(name)+`" ContentType="`+contentType+`"/>`)
		return nil
	})
}

// declareAll says of what type the parts with an extension are, unless that is said already.
func (c *changes) declareAll(extension, contentType string) error {
	return c.edit(opc.ContentTypes, func(root *xmlcut.Element) error {
		for _, child := range root.Children {
			if e, err := cut(child.Raw); child.Name == "Default" && err == nil && strings.EqualFold(e.Get("Extension"), extension) {
				return nil
			}
		}
		root.Insert("Default", "<"+root.Qualified("Default")+` Extension="`+extension+`" ContentType="`+contentType+`"/>`, "Override")
		return nil
	})
}

// cut cuts an element of a part, or a part with its root.
func cut(raw []byte) (*xmlcut.Element, error) {
	e, err := xmlcut.Cut(raw)
	switch {
	case errors.Is(err, xmlcut.ErrTooLarge):
		return nil, spreadsheet.ErrTooLarge
	case err != nil:
		return nil, spreadsheet.ErrDamaged
	}
	return e, nil
}
