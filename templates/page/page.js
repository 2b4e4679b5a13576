window.nianbaoShow = html => { document.body.innerHTML = html }
