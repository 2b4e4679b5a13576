// Package chinese knows how Chinese official text writes numbers, dates, the numbers of paragraphs, marks, names of units and
// document numbers. It knows nothing of the report.
package chinese
