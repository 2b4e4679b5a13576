// A headless browser, driven by puppeteer-core: open("chromium" or "firefox", path of the program, folder where it saves files).
import fs from "node:fs"
import path from "node:path"
import puppeteer, {TimeoutError} from "puppeteer-core"

// A browser of its own sends nothing here but what a page does.
const quiet = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run", "--disable-extensions",
  "--disable-background-networking", "--disable-component-update", "--disable-sync"]

export const open = async (kind, program, folder) => {
  const firefox = kind === "firefox"
  const browser = await puppeteer.launch({
    browser: firefox ? "firefox" : "chrome",
    executablePath: program,
    headless: true,
    timeout: 120_000, // milliseconds; a cold Firefox on a busy machine takes more than the usual 30 s
    args: firefox ? [] : quiet,
    extraPrefsFirefox: folder ? {"browser.download.folderList": 2, "browser.download.dir": folder, "browser.download.alwaysOpenPanel": false,
      "browser.download.open_pdf_attachments_inline": false, "pdfjs.disabled": true, "dom.events.testing.asyncClipboard": true} : {},
  })
  if (folder && !firefox) {
    const session = await browser.target().createCDPSession()
    await session.send("Browser.setDownloadBehavior", {behavior: "allow", downloadPath: folder})
  }
  return browser
}

// usable waits until a page can be used. The page in one file writes itself anew while it opens; what Firefox is asked in that moment may fail,
// and is asked again.
export const usable = async page => {
  for (const end = Date.now() + 60_000; ;) {
    try {
      return await page.waitForSelector("html[data-ready]", {timeout: 60_000})
    } catch (error) {
      if (error instanceof TimeoutError || Date.now() > end) throw error
      await new Promise(resolve => setTimeout(resolve, 50))
    }
  }
}

// ready opens a page, waits until it can be used, and tells how many milliseconds that took.
export const ready = async (page, address) => {
  const start = performance.now()
  page.goto(address).catch(() => {}) // what counts is whether it gets ready
  await usable(page)
  return performance.now() - start
}

// choose chooses a file by a key that opens the window for it. On a busy computer the press may come before the browser listens for that window.
export const choose = async (page, key, file, tries = 3) => {
  try {
    const [chooser] = await Promise.all([page.waitForFileChooser({timeout: 8000}), page.keyboard.press(key)])
    await chooser.accept([file])
  } catch (error) {
    if (tries === 1) throw error
    await choose(page, key, file, tries - 1)
  }
}

// saved waits for a new file in a folder whose name ends so, and gives its path. Each is given once.
const given = new Set()
export const saved = async (folder, end) => {
  for (let tries = 0; tries < 300; tries++) {
    const names = fs.readdirSync(folder)
    const name = names.find(n => n.endsWith(end) && !given.has(n) && !names.includes(n + ".part") && fs.statSync(path.join(folder, n), {throwIfNoEntry: false})?.size > 0)
    if (name) {
      given.add(name)
      return path.join(folder, name)
    }
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  throw new Error("nothing was saved that ends in " + end + ": " + fs.readdirSync(folder))
}

// requests collects the addresses that a page and its workers ask for, as the browser's own network log has them.
export const requests = async (kind, page) => {
  const asked = []
  if (kind === "firefox") {
    page.on("request", request => asked.push(request.url()))
    return asked
  }
  const listen = async session => {
    session.on("Network.requestWillBeSent", event => asked.push(event.request.url))
    session.on("Network.webSocketCreated", event => asked.push(event.url))
    await session.send("Network.enable")
  }
  await listen(await page.createCDPSession())
  page.on("workercreated", worker => listen(worker.client).catch(() => {}))
  return asked
}
