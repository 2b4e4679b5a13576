package loopback

import (
	"net/http"
	"strings"
)

// policy lets the page load from its own address alone, run no script and no style that stands inside it, be framed by nobody and send
// its forms nowhere else.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; " +
	"worker-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"

// permissions are those that the page needs (the clipboard, the fonts installed) and none of those it does not.
const permissions = "clipboard-write=(self), local-fonts=(self), accelerometer=(), autoplay=(), camera=(), clipboard-read=(), " +
	"display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), magnetometer=(), " +
	"microphone=(), midi=(), payment=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()"

// protect sets what every answer carries, over whatever stood there, and takes away what would open it to other pages.
func protect(header http.Header, status int) {
	header.Set("Content-Security-Policy", policy)
	header.Set("X-Content-Type-Options", "nosniff")
	header.Set("Referrer-Policy", "no-referrer")
	header.Set("X-Frame-Options", "DENY")
	header.Set("Cross-Origin-Opener-Policy", "same-origin")
	header.Set("Cross-Origin-Resource-Policy", "same-origin")
	header.Set("Cache-Control", "no-store")
	header.Set("Permissions-Policy", permissions)
	for name := range header {
		if strings.HasPrefix(name, "Access-Control-") {
			header.Del(name)
		}
	}
	if header.Get("Content-Type") == "" && status == http.StatusOK { // else net/http guesses one from contents that may be anybody's
		header.Set("Content-Type", File)
	}
}
