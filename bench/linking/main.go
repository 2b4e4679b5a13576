// Command linking does nothing but link the libraries that were given: what any program with them costs at the least. The other figures of this folder
// are told as multiples of it.
package main

import (
	"codeberg.org/go-pdf/fpdf"
	"github.com/spf13/cobra"
	"github.com/xuri/excelize/v2"
)

// Linked keeps the linker from dropping what is not called.
var Linked = []any{fpdf.New, excelize.OpenReader, excelize.NewFile, (&cobra.Command{}).Execute}

func main() { _ = (&cobra.Command{Use: "linking", Run: func(*cobra.Command, []string) {}}).Execute() }
