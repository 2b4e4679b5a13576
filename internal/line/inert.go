package line

import "strings"

// inertMark is what spreadsheets are told by that a cell holds text. A cell of CSV shows it.
const inertMark = "'"

// Inert is a text as a cell of CSV holds it, so that no spreadsheet takes it for a formula. Typed gives the text back.
func Inert(text string) string {
	if isActive(text) {
		return inertMark + text
	}
	return text
}

// Typed is the text that Inert was given.
func Typed(cell string) string {
	if text, marked := strings.CutPrefix(cell, inertMark); marked && isActive(text) {
		return text
	}
	return cell
}

// isActive says whether a spreadsheet would take a text for a formula, or whether it would be taken for one that was made inert.
func isActive(text string) bool {
	text = strings.TrimLeft(text, inertMark)
	return text != "" && strings.ContainsRune("=+-@\t\r\n", rune(text[0])) && !isPlainNumber(text)
}

// isPlainNumber is true of numbers with their signs, and of lines that stand for none.
func isPlainNumber(text string) bool { return strings.Trim(text, "+-0123456789.") == "" }
