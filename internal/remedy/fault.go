package remedy

import (
	"fmt"
	"path"
	"runtime"
	"strings"
)

// Fault makes an error of what recover gave in a deferred function: a fault of ours, told with the place in the program that its
// maintainers look for. It is nil if there was none.
func Fault(recovered any) error {
	if recovered == nil {
		return nil
	}
	return Error{Text: "程序处理这个文件时出错（" + placeOfPanic() + "），请把文件发给程序的维护者"}
}

// Rescue makes an error of a panic, for a deferred function: a fault of ours in one file must not take the other files along. What a library
// said is put into plain words.
func Rescue(recovered any, err *error) {
	if fault := Fault(recovered); fault != nil {
		*err = fault
	}
	*err = Plain(*err)
}

// placeOfPanic is the file and line where the innermost panic began.
func placeOfPanic() string {
	callers := make([]uintptr, 64)
	frames := runtime.CallersFrames(callers[:runtime.Callers(2, callers)])
	panicked, place := false, "位置不明"
	for {
		frame, more := frames.Next()
		ofRuntime := strings.HasPrefix(frame.Function, "runtime.")
		if panicked && !ofRuntime {
			return fmt.Sprintf("%s:%d", path.Base(frame.File), frame.Line)
		}
		panicked = panicked || frame.Function == "runtime.gopanic"
		if !more {
			return place
		}
	}
}
