package workbook

import (
	"bytes"
	"fmt"
	"strings"

	"nianbao/internal/opc"
)

// changes is a workbook that another program wrote, while parts of it are changed.
type changes struct {
	book  *book
	given map[string]int // numbers, by pattern: see free
	links string         // the namespace of relationships; the transitional one, or in strict files another
}

func openChanges(data []byte) (*changes, error) {
	b, err := openBook(data)
	if err != nil {
		return nil, err
	}
	return changesTo(b)
}

func changesTo(b *book) (*changes, error) {
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
func (c *changes) edit(name string, change func(root *element) error) error {
	data, err := c.book.Part(name)
	if err != nil {
		return damaged(err)
	}
	root, err := cut(data)
	if err == nil {
		err = change(root)
	}
	if err == nil {
		c.book.Set(name, root.bytes())
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
			return "", damaged(err)
		}
	}
	err = c.edit(name, func(root *element) error {
		taken := map[string]bool{}
		for _, child := range root.children {
			if e, err := cut(child.raw); child.name != "" && err == nil {
				taken[e.get("Id")] = true
			}
		}
		for i := 1; ; i++ {
			if id = fmt.Sprintf("rId%d", i); !taken[id] && !bytes.Contains(spoken, []byte(`"`+id+`"`)) && !bytes.Contains(spoken, []byte(`'`+id+`'`)) {
				break
			}
		}
		root.insert("Relationship", "<"+root.qualified("Relationship")+` Id="`+id+`" Type="`+c.links+"/"+kind+`" Target="`+attributeText(relative(from, to))+`"/>`)
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
	xmlHead     = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml."
)

// declare says of what type a part is, unless that is said already.
func (c *changes) declare(name, contentType string) error {
	return c.edit(opc.ContentTypes, func(root *element) error {
		for _, child := range root.children {
			if e, err := cut(child.raw); child.name == "Override" && err == nil && strings.EqualFold(e.get("PartName"), "/"+name) {
				return nil
			}
		}
		root.insert("Override", "<"+root.qualified("Override")+` PartName="/`+attributeText(name)+`" ContentType="`+contentType+`"/>`)
		return nil
	})
}

// declareAll says of what type the parts with an extension are, unless that is said already.
func (c *changes) declareAll(extension, contentType string) error {
	return c.edit(opc.ContentTypes, func(root *element) error {
		for _, child := range root.children {
			if e, err := cut(child.raw); child.name == "Default" && err == nil && strings.EqualFold(e.get("Extension"), extension) {
				return nil
			}
		}
		root.insert("Default", "<"+root.qualified("Default")+` Extension="`+extension+`" ContentType="`+contentType+`"/>`, "Override")
		return nil
	})
}
