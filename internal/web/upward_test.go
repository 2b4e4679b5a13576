package web_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/model"
	"nianbao/internal/sample"
	"nianbao/internal/web"
)

// What is not to be published as it stands is not to go to the office above either, and this step says so as the others do.
func TestUpwardSaysWhatIsStillOpen(t *testing.T) {
	for _, c := range []struct {
		why    string
		change func(*model.Report)
		told   string // "" for nothing
	}{
		{"it does not pass", withFault, "还有必须改的问题2处，改好了再上报。 去改"},
		{"something is to be looked at again", func(r *model.Report) { r.Fields["unit.phone"] = model.Field{Text: "12"} },
			"通过，还有要核实的2处。上报以前，请改正或者写明说明。 去看"},
		{"nothing is open", nil, ""},
	} {
		p := open(t, web.Options{})
		view := textOf(t, p.view(p.upload("/files?", "填报.xlsx", filled(t, town, c.change))+"/upward"))
		assert.Equal(t, c.told != "", strings.Contains(view, "上报。") || strings.Contains(view, "上报以前"), c.why)
		assert.Contains(t, view, c.told, c.why)
	}
}

// Excel opens a workbook with macros under no other name.
func TestFilledFormsAreNamedAfterTheirKind(t *testing.T) {
	p := open(t, web.Options{})
	location := p.upload("/files?", "填报.xlsx", filled(t, town, nil))
	for form, want := range map[string]string{"市里的表.xlsx": "市里的表_已填.xlsx", "市里的表.xlsm": "市里的表_已填.xlsm", "市里的表.XLSM": "市里的表_已填.xlsm"} {
		p.upload(location+"/fill?", form, sample.Read(t, "testdata/foreign/01_一页三表.xlsx"))
		answer := p.ask("GET", location+"/files/filled", "", nil)
		require.Equal(t, http.StatusOK, answer.StatusCode, form)
		assert.Contains(t, answer.Header.Get("Content-Disposition"), url.PathEscape(want), form)
	}
}
