package workbook

import (
	"strings"

	"nianbao/internal/spreadsheet"
)

// application is the program that saved the workbook last, as it calls itself; "" if it does not say.
func application(b *spreadsheet.Book) string {
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
		if _, err := spreadsheet.NextStart(d, "Properties", "Application"); err != nil {
			return ""
		}
		name, err := spreadsheet.Characters(d)
		if err != nil {
			return ""
		}
		return clipped(strings.TrimSpace(name))
	}
	return ""
}
