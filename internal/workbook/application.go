package workbook

import "strings"

// application is the program that saved the workbook last, as it calls itself; "" if it does not say.
func (b *book) application() string {
	links, err := b.Relationships("")
	if err != nil {
		return ""
	}
	for _, l := range links {
		if l.Kind() != "extended-properties" && l.Kind() != "extendedProperties" {
			continue
		}
		d, err := b.XML(l.Target)
		if err != nil {
			return ""
		}
		defer d.Close()
		if _, err := nextStart(d, "Properties", "Application"); err != nil {
			return ""
		}
		name, err := characters(d)
		if err != nil {
			return ""
		}
		return clipped(strings.TrimSpace(name))
	}
	return ""
}
