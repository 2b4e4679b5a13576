package workbook

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestProgramName(t *testing.T) {
	for name, want := range map[string]string{
		"LibreOffice/7.4.7.2$Linux_X86_64 LibreOffice_project/40$Build-2": "LibreOffice",
		"WPS Office_6.5.1.8687_F1E327BC-269C-435d-A152-05C5408002CA":      "WPS Office",
		"Microsoft Excel": "Microsoft Excel", "WPS 表格": "WPS 表格", "SheetJS": "SheetJS", "Go_Excelize": "Go_Excelize", "/1": "/1", "": "",
	} {
		assert.Equal(t, want, programName(name), name)
	}
}
