package model

// Carried is what the office lays down which sent a workbook out, as a sheet of the workbook has it: texts in rows, whose meaning is not
// known here. It is none of the report.
type Carried struct {
	Sheet string // its name; "" where it is gone
	Rows  []CarriedRow
	Fault string // why it could not be read, a clause that names the place; "" where it could
}

// CarriedRow is a row with something in it.
type CarriedRow struct {
	Number int // of the sheet's row
	Cells  []string
}
