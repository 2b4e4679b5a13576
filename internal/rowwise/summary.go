package rowwise

import (
	"fmt"
	"strings"

	"nianbao/internal/form"
)

// summed are the totals that say most about the table of applications, and how a sentence tells them.
var summed = []struct {
	key  form.Key
	told string
}{
	{"requests.received.total", "本年新收申请%s件"},
	{"requests.carried_in.total", "，上年结转%s件"},
	{"requests.total.total", "；本年度办理%s件"},
	{"requests.granted.total", "，其中予以公开%s件"},
	{"requests.partially_granted.total", "、部分公开%s件"},
	{"requests.carried_out.total", "；结转下年度继续办理%s件。"},
}

// Summary is a sentence that sums up the table of applications, for those who hear it figure by figure; "" for other tables, and where
// one of the figures is no number. printed is what stands for a figure; ok is false where that is no number, or none.
func Summary(printed func(form.Key) (text string, ok bool)) string {
	var b strings.Builder
	for _, s := range summed {
		text, ok := printed(s.key)
		if !ok {
			return ""
		}
		fmt.Fprintf(&b, s.told, text)
	}
	return b.String()
}

// Summarized is the sentence behind the title of its table, as both read where a site shows what was hidden.
func Summarized(title, summary string) string { return title + "。" + summary }
