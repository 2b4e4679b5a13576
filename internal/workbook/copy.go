package workbook

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"nianbao/internal/model"
	"nianbao/internal/spreadsheet"
	"nianbao/internal/xmlcut"
)

// copyProperty is the document property by which a copy of ours is known, also after another program saved it. Its value is
// the digests of the report that the copy held when it was made, and of the one that it was made from, parted by a space.
const copyProperty = "年报副本"

// How properties of one's own are stored (ISO/IEC 29500-1, 22.3), in the transitional form and the strict one.
const (
	propertiesPart   = "docProps/custom.xml"
	propertiesType   = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
	propertyFormat   = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
	propertySpace    = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
	valueSpace       = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
	strictLinks      = "http://purl.oclc.org/ooxml/officeDocument/relationships"
	strictProperties = "http://purl.oclc.org/ooxml/officeDocument/customProperties"
	strictValues     = "http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes"
)

// propertiesIn is the part that holds the properties of one's own, "" if there is none.
func propertiesIn(b *spreadsheet.Book) string {
	links, err := b.Relationships("")
	if err != nil {
		return ""
	}
	for _, l := range links {
		if kind := l.Kind(); kind == "custom-properties" || kind == "customProperties" {
			return l.Target
		}
	}
	return ""
}

// propertyIn is the text of a property of one's own, "" if there is none. Properties that cannot be read say nothing.
func propertyIn(b *spreadsheet.Book, name string) string {
	part := propertiesIn(b)
	if part == "" {
		return ""
	}
	d, err := b.XML(part)
	if err != nil {
		return ""
	}
	defer d.Close()
	for {
		if _, err := spreadsheet.NextStart(d, "Properties", "property"); err != nil {
			return ""
		}
		if d.Attr("name") != name {
			continue
		}
		if _, err := spreadsheet.NextStart(d, "property", "lpwstr"); err != nil {
			return ""
		}
		if text, err := spreadsheet.Characters(d); err == nil {
			return text
		}
		return ""
	}
}

// copiedAs is what the workbook says of itself as a copy, nil if it is none.
func copiedAs(b *spreadsheet.Book) *model.Copy {
	if digests := strings.Fields(propertyIn(b, copyProperty)); len(digests) == 2 {
		return &model.Copy{Digest: digests[0], Original: digests[1]}
	}
	return nil
}

// writeCopy writes the changed workbook as a copy of ours.
func (c *changes) writeCopy(w io.Writer, made model.Copy) error {
	part := propertiesIn(c.book)
	if part == "" {
		part = propertiesPart
		kind := "custom-properties"
		if c.links == strictLinks {
			kind = "customProperties"
		}
		if _, err := c.link("", kind, part); err != nil {
			return err
		}
	}
	if err := c.declare(part, propertiesType); err != nil {
		return err
	}
	root, err := c.propertyList(part)
	if err != nil {
		return err
	}
	setCopy(root, made)
	c.book.Set(part, root.Bytes())
	return c.book.Write(w)
}

// MadeFrom writes a copy of ours as one of another report than stood in the workbook that it was made from: by the digest of that report,
// for which the workbook was completed with what its file had no place for.
func MadeFrom(w io.Writer, data []byte, original string) error {
	c, err := openChanges(data)
	if err != nil {
		return err
	}
	made := copiedAs(c.book)
	if made == nil {
		return ErrForeign
	}
	return c.writeCopy(w, model.Copy{Digest: made.Digest, Original: original})
}

// propertyList is the root of the part that holds properties: an empty one where there is none, or none that can be read.
func (c *changes) propertyList(part string) (*xmlcut.Element, error) {
	if data, err := c.book.Part(part); err == nil {
		if root, err := cut(data); err == nil && root.Name.Local == "Properties" {
			return root, nil
		}
	}
	space := propertySpace
	if c.links == strictLinks {
		space = strictProperties
	}
	return cut([]byte(xmlHead + `<Properties xmlns="` + space + `"></Properties>`))
}

// setCopy puts the property of a copy into a list, in the place of an earlier one.
func setCopy(root *xmlcut.Element, made model.Copy) {
	highest := 1 // ids start at 2
	root.Remove(func(c xmlcut.Piece) bool {
		e, err := cut(c.Raw)
		if c.Name == "" || err != nil {
			return false
		}
		id, _ := strconv.Atoi(e.Get("pid"))
		if e.Get("name") == copyProperty {
			return true
		}
		highest = max(highest, id)
		return false
	})
	values := valueSpace
	if root.Namespace() == strictProperties {
		values = strictValues
	}
	tag := root.Qualified("property")
	root.Insert("property", fmt.Sprintf(`<%s fmtid="%s" pid="%d" name="%s"><vt:lpwstr xmlns:vt="%s">%s</vt:lpwstr></%s>`,
		tag, propertyFormat, highest+1, copyProperty, values, made.Digest+" "+made.Original, tag))
}
