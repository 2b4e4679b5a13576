// explorer.exe [-hold FILE | -show FILE | -enter] PROGRAM [ARGUMENT]... starts a program as the desktop does, and waits for its end. Meanwhile
// it has a file open: to itself alone, as some office programs do, or for others to read, as viewers do. With -enter somebody has pressed
// Enter in the window before the program does anything.
#include <windows.h>
#include <wchar.h>

enum { no_file = 90, no_program, no_window };

// rest is the command line behind its first argument.
static wchar_t *rest(wchar_t *line) {
	int quoted = 0;
	for (; *line && (quoted || *line != L' '); line++)
		if (*line == L'"') quoted = !quoted;
	while (*line == L' ') line++;
	return line;
}

int wmain(int count, wchar_t **given) {
	wchar_t *line = rest(GetCommandLineW());
	if (count > 2 && !wcscmp(given[1], L"-enter")) {
		INPUT_RECORD key = {KEY_EVENT};
		key.Event.KeyEvent.bKeyDown = TRUE;
		key.Event.KeyEvent.wRepeatCount = 1;
		key.Event.KeyEvent.wVirtualKeyCode = VK_RETURN;
		key.Event.KeyEvent.uChar.UnicodeChar = L'\r';
		DWORD pressed;
		if (!WriteConsoleInputW(GetStdHandle(STD_INPUT_HANDLE), &key, 1, &pressed)) return no_window;
		line = rest(line);
	} else if (count > 2 && given[1][0] == L'-') {
		int shown = !wcscmp(given[1], L"-show");
		HANDLE file = CreateFileW(given[2], GENERIC_READ | (shown ? 0 : GENERIC_WRITE), shown ? FILE_SHARE_READ : 0, NULL, OPEN_EXISTING, 0, NULL);
		if (file == INVALID_HANDLE_VALUE) return no_file;
		line = rest(rest(line));
	}
	STARTUPINFOW how = {sizeof how};
	PROCESS_INFORMATION started;
	if (!CreateProcessW(NULL, line, NULL, NULL, TRUE, 0, NULL, NULL, &how, &started)) return no_program;
	WaitForSingleObject(started.hProcess, INFINITE);
	DWORD code = no_program;
	GetExitCodeProcess(started.hProcess, &code);
	return code;
}
