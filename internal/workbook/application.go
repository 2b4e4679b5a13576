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
		return programName(clipped(strings.TrimSpace(name)))
	}
	return ""
}

// programName is what a program calls itself, without its version and build: LibreOffice/7.4.7.2$Linux_X86_64…, WPS Office_6.5.1.8687_F1E327BC….
func programName(name string) string {
	end := strings.IndexAny(name, "/$")
	for i, r := range name {
		if r == '_' && i+1 < len(name) && name[i+1] >= '0' && name[i+1] <= '9' && (end < 0 || i < end) {
			end = i
		}
	}
	if end <= 0 {
		return name
	}
	return strings.TrimSpace(name[:end])
}
