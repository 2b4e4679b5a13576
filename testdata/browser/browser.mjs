// A headless browser, driven by puppeteer-core: open("chromium" or "firefox", path of the program).
import puppeteer from "puppeteer-core"

// A browser of its own sends nothing here but what a page does.
const quiet = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run", "--disable-extensions",
  "--disable-background-networking", "--disable-component-update", "--disable-sync"]

export const open = (kind, program) => puppeteer.launch({
  browser: kind === "firefox" ? "firefox" : "chrome",
  executablePath: program,
  headless: true,
  args: kind === "firefox" ? [] : quiet,
})

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
