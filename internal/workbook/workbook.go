// Package workbook writes an edition of the form as an Excel workbook, blank or filled in, and reads a filled one into a report.
package workbook
