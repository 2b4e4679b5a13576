package main

import (
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// wanting is what an option needs of --format to do anything.
type wanting struct {
	formats []string // one of them
	what    string   // that it is about
}

// wants lists the options that do nothing in some calls, by command. All others always do something.
var wants = map[string]map[string]wanting{
	"render": {
		"fragment":    {[]string{"html"}, "网页"},
		"charts":      {[]string{"html"}, "网页"},
		"text-tables": {[]string{"txt"}, "纯文本"},
		"encoding":    {[]string{"txt"}, "纯文本"},
		"no-data":     {[]string{"pdf", "ofd"}, "PDF和OFD"},
	},
	"check": {
		"explain-text": {[]string{"text", "xlsx"}, "文本的结果"},
	},
}

// tellIdle tells the options of a call that do nothing in it.
func (c *console) tellIdle(cmd *cobra.Command) {
	flags := cmd.Flags()
	format := flags.Lookup("format")
	for _, name := range slices.Sorted(maps.Keys(wants[cmd.Name()])) {
		w := wants[cmd.Name()][name]
		asked := strings.Split(format.Value.String(), ",")
		if flags.Changed(name) && !slices.ContainsFunc(w.formats, func(f string) bool { return slices.Contains(asked, f) }) {
			c.err.say("--%s 只管%s，这次的格式是%s，没有用上；要用的话，在 --format 里写上 %s。\n", name, w.what, strings.Join(asked, "、"), w.formats[0])
		}
	}
}
