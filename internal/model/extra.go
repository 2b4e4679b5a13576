package model

// Extra is something in a file that does not reach the report, or reaches it although it does not look so.
type Extra struct {
	Kind   ExtraKind
	Text   string // what stands in it; of a copied sheet the sheet that it is a copy of
	Place  Place  // of what is on no cell only the sheet
	Differ string // of a copied sheet: the cells in which it differs, parted by spaces
}

// ExtraKind is what an Extra is.
type ExtraKind int

const (
	Picture    ExtraKind = iota // on a sheet of the form
	TextBox                     // a shape with text, on a sheet of the form
	Drawing                     // another shape, on a sheet of the form
	Comment                     // on a sheet of the form
	Aside                       // typed on a sheet that only explains or checks
	SheetCopy                   // a copy of a sheet of the form
	OtherSheet                  // a sheet of the clerk's own
	StruckOut                   // struck out, and read all the same
	Hidden                      // in a hidden row, column or sheet, below a merged cell, or written in white, and read all the same
)
