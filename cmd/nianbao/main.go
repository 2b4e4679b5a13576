// Command nianbao (年报) writes the yearly report on government information disclosure: a workbook to fill in, its checks, the report.
package main

import "os"

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
