// nianbao.html without a server: the program runs in a worker, and what page.js asks goes to it. This script makes window.nianbao:
//
//   send({method, url, headers, body}) → Promise<{status, headers, body}>  as fetch gives them: headers a Headers, body a ReadableStream.
//       body in is an ArrayBuffer, a typed array, a Blob, a string, or null. One request at a time; the others wait. If the program has
//       to be ended or ends, what runs and what waits is rejected (or its body fails) with an Error in plain words whose `restarted` is true.
//   restart(why) ends the program, whatever it does, and starts it anew, with nothing in hand; → Promise, when it is ready.
//   patience is how many seconds a request may go without a sign of life before the program is ended.
//   memory is how many bytes the program took last.
"use strict"

if (window.nianbaoMissing.length === 0) window.nianbao = (() => {
  const steps = {read: 60, compiled: 90, ready: 100} // of the bar
  const sentences = {
    memory: "内存不够，这一步没有做完。程序已经重新打开，请换小一些的文件再试",
    stack: "这个文件的结构太深，这一步没有做完。程序已经重新打开，请换别的文件再试",
    time: "这一步太久没有结果，已经停下。程序已经重新打开，请换小一些的文件再试",
    fault: "程序出了错，这一步没有做完。程序已经重新打开，请再试一次",
  }
  const waiting = []
  let worker, module, running, ready, pieces = 0

  const show = (step, said) => {
    const bar = document.getElementById("opening-bar")
    if (bar) bar.value = step
  }
  const giveUp = why => {
    const main = document.getElementById("opening")
    if (!main) return
    main.querySelector("p").textContent = "没有打开：" + why + "。请关掉别的网页和程序，重新打开本页；还是不行，请换新一些的浏览器。"
    main.querySelector("progress").remove()
  }

  const source = () => URL.createObjectURL(new Blob([document.getElementById("program").textContent], {type: "text/javascript"}))

  // launch starts a worker; the promise is kept when the program in it is ready.
  const launch = () => {
    const address = source(), own = new Worker(address)
    worker = own
    return new Promise((resolve, reject) => {
      own.onmessage = ({data}) => {
        if (own === worker) hear(data, resolve, reject)
      }
      own.onerror = event => {
        event.preventDefault()
        if (own === worker) hear({kind: "ended", cause: /recursion|call stack/i.test(event.message) ? "stack" : "fault"}, resolve, reject)
      }
    }).finally(() => URL.revokeObjectURL(address))
  }

  const hear = (data, resolve, reject) => {
    switch (data.kind) {
    case "compiled":
      module = data.module
      return show(steps.compiled)
    case "ready":
      api.memory = data.memory
      show(steps.ready)
      return resolve()
    case "broken":
      return reject(new Error(data.why))
    case "ended":
      reject(new Error(sentences[data.cause]))
      return void restart(data.cause)
    }
    if (!running) return
    running.alive()
    switch (data.kind) {
    case "head":
      return running.head(data)
    case "piece":
      return running.piece(data.bytes)
    case "end":
      api.memory = data.memory
      running.end(data.failure)
      running = null
      return next()
    }
  }

  // answer is a request on its way: what page.js waits for, and what it reads of the body.
  const answer = (request, resolve, reject) => {
    let body, timer, cancelled = false
    const wake = () => {
      clearTimeout(timer)
      timer = setTimeout(() => restart("time"), api.patience * 1000)
    }
    return {
      request, alive: wake,
      head({status, headers}) {
        resolve({status, headers: new Headers(headers), body: new ReadableStream({start(c) { body = c }, cancel() { cancelled = true }})})
      },
      piece(bytes) { if (!cancelled) body.enqueue(bytes) },
      end(failure) {
        clearTimeout(timer)
        if (failure) return this.fail(new Error(failure))
        if (!cancelled) body.close()
      },
      fail(error) {
        clearTimeout(timer)
        reject(error) // does nothing once the head was there
        if (body && !cancelled) body.error(error)
      },
    }
  }

  const next = () => {
    if (running || waiting.length === 0) return
    running = waiting.shift()
    const {method, url, headers, body} = running.request
    running.alive()
    worker.postMessage({kind: "request", method, url, headers, body}, [])
  }

  const bytesOf = async body => {
    if (body === null || body === undefined) return null
    if (typeof body === "string") return new TextEncoder().encode(body)
    if (body instanceof Blob) body = await body.arrayBuffer()
    return body instanceof ArrayBuffer ? new Uint8Array(body) : new Uint8Array(body.buffer, body.byteOffset, body.byteLength)
  }

  const send = async ({method = "GET", url, headers = {}, body = null}) => {
    const request = {method, url, headers: [...new Headers(headers)], body: await bytesOf(body)}
    await ready
    return new Promise((resolve, reject) => {
      waiting.push(answer(request, resolve, reject))
      next()
    })
  }

  const restart = (cause = "fault") => {
    const error = Object.assign(new Error(sentences[cause] || cause), {restarted: true, cause})
    const stopped = running ? [running, ...waiting] : [...waiting]
    running = null
    waiting.length = 0
    worker.terminate()
    ready = launch()
    ready.catch(() => {})
    worker.postMessage({kind: "start", module})
    for (const a of stopped) a.fail(error)
    return ready
  }

  // nianbaoPiece stands behind each piece of the packed program and hands it on as soon as the browser has read it.
  window.nianbaoPiece = () => {
    const piece = document.currentScript.previousElementSibling
    pieces++
    show(steps.read * pieces / Number(piece.dataset.of))
    worker.postMessage({kind: "packed", text: piece.textContent, bytes: Number(piece.dataset.bytes)})
    if (pieces === Number(piece.dataset.of)) worker.postMessage({kind: "packed-end"})
    piece.remove()
  }
  window.nianbaoOpen = () => {
    ready = launch()
    worker.postMessage({kind: "open"})
    const read = new Promise(resolve => document.addEventListener("DOMContentLoaded", resolve))
    Promise.all([read, send({url: "/"})]).then(async ([, {body}]) => {
      window.nianbaoShow(await new Response(body).text())
      document.documentElement.dataset.ready = ""
    }).catch(error => giveUp(error.message))
  }

  const api = {send, restart, patience: 120, memory: 0}
  return api
})()
