// A workbook whose handle Chromium gave is looked at again whenever it is saved. The handle is a real one, of a file in the browser's own
// store, since nobody can press the system's own window here. Prints as JSON what came of it: node watch.mjs PROGRAM ADDRESS FAULTY SOUND
import fs from "node:fs"
import {open, usable} from "./browser.mjs"

const [program, address, faulty, sound] = process.argv.slice(2)
const seen = {}
const browser = await open("chromium", program)

try {
  const page = await browser.newPage()
  page.setDefaultTimeout(30_000)
  page.on("dialog", dialog => dialog.accept())
  await page.goto(address)
  await usable(page)
  await page.evaluate(() => {
    window.store = async base64 => {
      const folder = await navigator.storage.getDirectory()
      const handle = await folder.getFileHandle("填报.xlsx", {create: true})
      const to = await handle.createWritable()
      await to.write(Uint8Array.from(atob(base64), c => c.charCodeAt(0)))
      await to.close()
      return handle
    }
    window.showOpenFilePicker = async () => [await (await navigator.storage.getDirectory()).getFileHandle("填报.xlsx")]
  })
  const save = file => page.evaluate(data => store(data).then(() => {}), fs.readFileSync(file).toString("base64"))
  await save(faulty)
  await (await page.$("input[type=file][multiple]")).uploadFile(faulty)
  await page.waitForSelector("[data-watch]")
  await page.$eval("[data-watch]", e => e.click())
  await page.waitForFunction("document.querySelector('[data-watch]')?.textContent === '不盯了'")
  seen.before = await page.$eval("[role=status]", e => e.textContent)
  await save(sound)
  await page.waitForFunction("/^通过/.test(document.querySelector('[role=status]').textContent)")
  seen.after = await page.$eval(".since p", e => e.textContent)
  await page.$eval("[data-watch]", e => e.click())
  await save(faulty)
  await new Promise(resolve => setTimeout(resolve, 4000)) // more than two looks
  seen.left = await page.$eval("[role=status]", e => e.textContent)

  // What is taken away is watched no more, however it is
  seen.gone = []
  for (const [place, button] of [["report", "[data-post$='/close']"], ["reports", "[data-post^='/reports/clear']"]]) {
    if (!await page.$("[data-watch]")) await (await page.$("input[type=file][multiple]")).uploadFile(faulty)
    await page.waitForSelector("[data-watch]")
    await page.$eval("[data-watch]", e => e.click())
    await page.waitForFunction("document.querySelector('[data-watch]')?.textContent === '不盯了'")
    await page.waitForFunction("!document.body.hasAttribute('aria-busy')")
    await page.$eval(`nav [data-place=${place}]`, e => e.click())
    await (await page.waitForSelector(button)).evaluate(e => e.click())
    await page.waitForFunction("location.hash === '#/start'")
    await save(sound)
    await new Promise(resolve => setTimeout(resolve, 4000))
    seen.gone.push(await page.evaluate(() => location.hash + " " + document.querySelectorAll(".reports li").length))
  }
} finally {
  await browser.close()
}
console.log(JSON.stringify(seen))
