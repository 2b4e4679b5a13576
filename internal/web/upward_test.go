package web_test

import (
	"net/http"
	"net/url"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/sample"
	"nianbao/internal/web"
)

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
