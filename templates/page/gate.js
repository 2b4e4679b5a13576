// Old browsers are told so, and read this far: this script is in the language that all of them know.
(function () {
  var missing = []
  function need(name, there) { if (!there) missing.push(name) }
  need("WebAssembly", typeof WebAssembly === "object" && typeof WebAssembly.compileStreaming === "function")
  need("DecompressionStream", typeof DecompressionStream === "function")
  need("Worker", typeof Worker === "function" && typeof Blob === "function")
  need("ReadableStream", typeof ReadableStream === "function" && typeof Response === "function")
  need("Blob.arrayBuffer", typeof Blob === "function" && typeof Blob.prototype.arrayBuffer === "function")
  window.nianbaoOpen = window.nianbaoPiece = function () {}
  window.nianbaoMissing = missing
  if (missing.length === 0) return
  document.addEventListener("DOMContentLoaded", function () {
    var told = document.getElementById("opening")
    told.innerHTML = "<h1>这个浏览器太旧，打不开本页</h1>" +
      "<p>请换一个浏览器打开：Edge、谷歌浏览器（86版以后）、360安全浏览器（用极速模式，不用兼容模式）、火狐浏览器（115版以后）都可以。</p>" +
      "<p>换不了的，请把这句话告诉单位的信息员：缺少" + missing.join("、") + "。</p>"
  })
})()
