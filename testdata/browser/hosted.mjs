// What a program in the page that was started anew is sent again, in Chromium: the host is the server, behind a send of ours as loader.js has
// one. Prints as JSON the addresses, by what was done before: node hosted.mjs PROGRAM ADDRESS FOLDER WORKBOOK
import fs from "node:fs"
import {open, usable} from "./browser.mjs"

const [program, address, folder, workbook] = process.argv.slice(2)
const seen = {}
const browser = await open("chromium", program, folder)

const opened = async hosted => {
  const page = await browser.newPage()
  page.setDefaultTimeout(20_000)
  page.on("dialog", dialog => dialog.accept())
  await page.evaluateOnNewDocument(hosted => {
    window.asked = []
    const fetched = window.fetch
    window.fetch = (url, options = {}) => {
      if (options.method === "POST") asked.push(decodeURIComponent(url))
      return fetched(url, options)
    }
    if (!hosted) return
    window.nianbaoMissing = []
    window.nianbao = {send: async ({method, url, headers, body}) => {
      const {status, headers: told, body: stream} = await fetch(url, {method, headers, body})
      return {status, headers: told, body: stream}
    }}
  }, hosted)
  await page.goto(address)
  if (hosted) await page.evaluate(() => nianbaoShow(document.documentElement.outerHTML))
  await usable(page)
  return page
}
const quiet = page => page.waitForFunction("!document.body.hasAttribute('aria-busy')")
const press = async (page, selector) => {
  await page.waitForSelector(selector)
  await page.$eval(selector, e => e.click())
  await quiet(page)
}
const upload = async (page, file, selector = "input[type=file][multiple]") => {
  const before = await page.evaluate(() => asked.length)
  await (await page.waitForSelector(selector)).uploadFile(file)
  await page.waitForFunction(before => asked.length >= before + 2, {}, before) // what it is asked first, and the file
  await quiet(page)
}
const sentAgain = async page => {
  await page.evaluate(() => {
    asked.length = 0
    document.dispatchEvent(new Event("nianbao-renewed"))
  })
  await new Promise(resolve => setTimeout(resolve, 1500))
  return page.evaluate(() => [...asked])
}

const after = async (what, hosted, steps) => {
  const page = await opened(hosted)
  await steps(page)
  seen[what] = await sentAgain(page)
  // The next one begins with nothing in hand, as a program in a page does.
  await page.evaluate(() => fetch("/reports/clear", {method: "POST", headers: {"Content-Type": "application/octet-stream"}}))
  await page.close()
}
const change = async page => {
  await page.waitForSelector("#c-unit\\.phone")
  await page.type("#c-unit\\.phone", "1")
  await press(page, ".savebar .primary")
  await page.waitForSelector("section.changes li")
  await quiet(page)
}
const clear = async page => {
  await press(page, "nav [data-place=reports]")
  await press(page, "[data-post^='/reports/clear']")
  await page.waitForFunction("location.hash === '#/start'")
  await quiet(page)
}

try {
  await after("served", false, page => upload(page, workbook))
  await after("saved", true, async page => {
    for (let i = 0; i < 3; i++) await upload(page, workbook)
  })
  await after("changed", true, async page => {
    await upload(page, workbook)
    await change(page)
    for (let i = 0; i < 2; i++) await upload(page, workbook)
  })
  await after("broken", true, async page => {
    await upload(page, workbook)
    const whole = fs.readFileSync(workbook)
    fs.writeFileSync(workbook, whole.subarray(0, whole.length / 2))
    await upload(page, workbook)
    fs.writeFileSync(workbook, whole)
  })
  await after("cleared", true, async page => {
    await upload(page, workbook)
    await clear(page)
    await upload(page, workbook)
  })
} finally {
  await browser.close()
}
console.log(JSON.stringify(seen))
