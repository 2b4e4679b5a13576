// Command reading opens reports and throws them away, with as many workers as aggregate has: what reading them costs, and nothing else.
// find FOLDER -name '*.xlsx' | go run ./bench/reading
package main

import (
	"bufio"
	"fmt"
	"os"

	"nianbao/internal/job"
)

func main() {
	if err := read(); err != nil {
		fmt.Fprintln(os.Stderr, "reading:", err)
		os.Exit(1)
	}
}

func read() error {
	var files []string
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		files = append(files, lines.Text())
	}
	if err := lines.Err(); err != nil {
		return err
	}
	return job.Run(len(files), func(i int) error {
		data, err := os.ReadFile(files[i])
		if err != nil {
			return err
		}
		if _, err := job.Open(files[i], data); err != nil {
			return fmt.Errorf("%s: %w", files[i], err)
		}
		return nil
	}, func(_ int, err error) error { return err })
}
