package loopback

import (
	"io"
	"net/http"
	"strconv"
)

// refusal is a fixed answer: nothing of the request is repeated.
type refusal struct {
	status int
	kind   string
	text   string
}

const (
	sentence = "text/plain; charset=utf-8"
	webpage  = "text/html; charset=utf-8"
)

var (
	wrongHost   = refusal{http.StatusForbidden, sentence, "这个地址打不开，请用程序给出的地址。\n"}
	wrongTarget = refusal{http.StatusBadRequest, sentence, "这个地址打不开，请回到网页的首页。\n"}
	wrongOrigin = refusal{http.StatusForbidden, sentence, "这是别的网页发来的，没有处理。请在年报的网页上操作。\n"}
	wrongMethod = refusal{http.StatusMethodNotAllowed, sentence, "没有这样的操作。\n"}
	wrongBody   = refusal{http.StatusBadRequest, sentence, "这个操作不带内容，没有处理。\n"}
	wrongType   = refusal{http.StatusUnsupportedMediaType, sentence, "这种内容不收。请在年报的网页上操作。\n"}
	unknownSize = refusal{http.StatusLengthRequired, sentence, "没有说明内容有多大，没有处理。请在年报的网页上操作。\n"}
	busy        = refusal{http.StatusServiceUnavailable, sentence, "同时要处理的太多，这一个没有处理，请过一会儿再试。\n"}
	fault       = refusal{http.StatusInternalServerError, sentence, "程序处理这一个时出错，别的不受影响。请换一份文件，或者把这份文件发给程序的维护者。\n"}
	closedToYou = refusal{http.StatusForbidden, webpage, pageHead + "<h1>请重新打开这个网页</h1>\n" + howToOpen + pageFoot}
	askPassword = refusal{http.StatusForbidden, webpage, pageHead + "<h1>请输入密码</h1>\n" + passwordForm + pageFoot}
	notPassword = refusal{http.StatusForbidden, webpage, pageHead + "<h1>请输入密码</h1>\n" + wrongPassword + passwordForm + pageFoot}
)

// What everyone sees who has no key: how to open the page.
const (
	pageHead = "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n" +
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n" +
		"<title>打开年报网页</title>\n</head>\n<body>\n<main>\n"
	howToOpen = "<p>请到运行年报程序的窗口里，把整条网址（从 http 到最后一个字）复制到浏览器的地址栏里打开。</p>\n" +
		"<p>那个窗口已经关了的，请重新运行年报程序，它会自动打开网页。</p>\n"
	wrongPassword = "<p role=\"alert\">密码不对，请再输一次。</p>\n"
	passwordForm  = "<form method=\"post\" action=\"" + passwordPath + "\">\n" +
		"<p><label for=\"password\">密码</label> <input id=\"password\" name=\"password\" type=\"password\" autocomplete=\"off\" autofocus required>" +
		" <button>打开</button></p>\n</form>\n" +
		"<p>密码写在运行年报程序的窗口里。那个窗口已经关了的，请重新运行年报程序，密码会换成新的。</p>\n"
	pageFoot = "</main>\n</body>\n</html>\n"
)

func tooLarge(limit int64) refusal {
	text := "文件太大，最多可以有" + strconv.FormatInt(limit>>20, 10) + "MB。请看看是不是选错了文件。\n"
	return refusal{http.StatusRequestEntityTooLarge, sentence, text}
}

// answer gives the refusal and ends the connection, so that nothing that came behind the request is taken for another.
func (refused refusal) answer(w http.ResponseWriter) {
	header := w.Header()
	clear(header)
	header.Set("Connection", "close")
	header.Set("Content-Type", refused.kind)
	header.Set("Content-Length", strconv.Itoa(len(refused.text)))
	switch refused.status {
	case http.StatusMethodNotAllowed:
		header.Set("Allow", "GET, HEAD, POST")
	case http.StatusServiceUnavailable:
		header.Set("Retry-After", "5")
	}
	w.WriteHeader(refused.status)
	io.WriteString(w, refused.text)
}
