package workbook

import (
	"archive/zip"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
)

// changes is a workbook that another program wrote, with the parts that are to be other than they were. All others are copied
// as they are stored, to the byte.
type changes struct {
	book    *book
	changed map[string][]byte // by lower-case name
	added   []*part
	links   string // the namespace of relationships; the transitional one, or in strict files another
}

func openChanges(data []byte) (*changes, error) {
	b, err := openBook(data)
	if err != nil {
		return nil, err
	}
	c := &changes{book: b, changed: map[string][]byte{}}
	main, err := b.relationships("")
	if err != nil {
		return nil, err
	}
	for _, l := range main {
		if path.Base(l.Type) == "officeDocument" {
			c.links = l.Type[:strings.LastIndexByte(l.Type, '/')]
		}
	}
	return c, nil
}

// read is a part as it is now.
func (c *changes) read(name string) ([]byte, error) {
	if data, ok := c.changed[strings.ToLower(name)]; ok {
		return data, nil
	}
	for _, p := range c.added {
		if p.name == name {
			return p.Bytes(), nil
		}
	}
	return c.book.bytes(name)
}

func (c *changes) write(name string, data []byte) {
	for _, p := range c.added {
		if p.name == name {
			p.Reset()
			p.Write(data)
			return
		}
	}
	if _, stored := c.book.parts[strings.ToLower(name)]; stored {
		c.changed[strings.ToLower(name)] = data
		return
	}
	p := &part{name: name}
	p.Write(data)
	c.added = append(c.added, p)
}

// edit changes a part.
func (c *changes) edit(name string, change func(root *element) error) error {
	data, err := c.read(name)
	if err != nil {
		return damaged(err)
	}
	root, err := cut(data)
	if err == nil {
		err = change(root)
	}
	if err == nil {
		c.write(name, root.bytes())
	}
	return err
}

// damaged is what a part that should be there makes of a file that lacks it.
func damaged(err error) error {
	if err == errNoPart {
		return ErrDamaged
	}
	return err
}

// free is a name that no part has: the first of a pattern with a number.
func (c *changes) free(pattern string) string {
	for i := 1; ; i++ {
		name := fmt.Sprintf(pattern, i)
		_, stored := c.book.parts[strings.ToLower(name)]
		if !stored && !slices.ContainsFunc(c.added, func(p *part) bool { return p.name == name }) {
			return name
		}
	}
}

func linksOf(part string) string {
	folder, name := path.Split(part)
	return folder + "_rels/" + name + ".rels"
}

const packageLinks = "http://schemas.openxmlformats.org/package/2006/relationships"

// link links a part to another and returns the link's id.
func (c *changes) link(from, kind, to string) (id string, err error) {
	name := linksOf(from)
	if _, err := c.read(name); err == errNoPart {
		c.write(name, []byte(xmlHead+`<Relationships xmlns="`+packageLinks+`"></Relationships>`))
	}
	err = c.edit(name, func(root *element) error {
		taken := map[string]bool{}
		for _, child := range root.children {
			if e, err := cut(child.raw); child.name != "" && err == nil {
				taken[e.get("Id")] = true
			}
		}
		for i := 1; ; i++ {
			if id = fmt.Sprintf("rId%d", i); !taken[id] {
				break
			}
		}
		root.insert("Relationship", "<"+root.qualified("Relationship")+` Id="`+id+`" Type="`+c.links+"/"+kind+`" Target="/`+attributeText(to)+`"/>`)
		return nil
	})
	return id, err
}

// linked is the part that a part links to by a kind of link, "" for none.
func (c *changes) linked(from, kind string) (string, error) {
	links, err := c.book.relationships(from)
	if err != nil {
		return "", err
	}
	for _, l := range links {
		if path.Base(l.Type) == kind {
			return l.Target, nil
		}
	}
	return "", nil
}

const (
	xmlHead      = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	contentTypes = "[Content_Types].xml"
	spreadsheet  = "application/vnd.openxmlformats-officedocument.spreadsheetml."
)

// declare says of what type a new part is.
func (c *changes) declare(name, contentType string) error {
	return c.edit(contentTypes, func(root *element) error {
		root.insert("Override", "<"+root.qualified("Override")+` PartName="/`+attributeText(name)+`" ContentType="`+contentType+`"/>`)
		return nil
	})
}

// declareAll says of what type the parts with an extension are, unless that is said already.
func (c *changes) declareAll(extension, contentType string) error {
	return c.edit(contentTypes, func(root *element) error {
		for _, child := range root.children {
			if e, err := cut(child.raw); child.name == "Default" && err == nil && strings.EqualFold(e.get("Extension"), extension) {
				return nil
			}
		}
		root.insert("Default", "<"+root.qualified("Default")+` Extension="`+extension+`" ContentType="`+contentType+`"/>`, "Override")
		return nil
	})
}

// writeTo writes the workbook with its changes. New parts bear the date of the old ones, so that equal input makes equal bytes.
func (c *changes) writeTo(w io.Writer) error {
	z := zip.NewWriter(w)
	write := func(name string, like *zip.File, data []byte) error {
		out, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: like.Modified})
		if err == nil {
			_, err = out.Write(data)
		}
		return err
	}
	for _, f := range c.book.files {
		name := strings.ToLower(strings.ReplaceAll(f.Name, `\`, "/"))
		data, changed := c.changed[name]
		var err error
		switch {
		case changed && f != c.book.parts[name]: // another part of the same name, which nobody reads
		case changed:
			err = write(f.Name, f, data)
		default:
			err = z.Copy(f)
		}
		if err != nil {
			return err
		}
	}
	for _, p := range c.added {
		if err := write(p.name, c.book.files[0], p.Bytes()); err != nil {
			return err
		}
	}
	return z.Close()
}
