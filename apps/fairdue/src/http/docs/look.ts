/** Paper, ink and one seal, as everywhere in the house; light or dark as the reader's system asks. */
export const look = `
:root{color-scheme:light dark;--paper:#fbfaf7;--raised:#fff;--sunk:#f4f1ea;--ink:#1c2430;--soft:#4e5765;
--line:#e3dfd6;--celadon:#2f6656;--wash:#e6f0ec;--ochre:#7d5814;--cinnabar:#a23a25;--indigo:#34507e}
@media (prefers-color-scheme:dark){:root{--paper:#14181d;--raised:#1b2027;--sunk:#101317;--ink:#e8e6e1;
--soft:#b8bac0;--line:#2c333c;--celadon:#8cc7b5;--wash:#1c2f2a;--ochre:#e0b968;--cinnabar:#ee927d;--indigo:#9fb7e0}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.6 Inter,"Noto Sans SC","PingFang SC",system-ui,sans-serif}
a{color:var(--celadon)}
code,pre,input,textarea,.method{font:13px/1.5 ui-monospace,"SF Mono",Menlo,Consolas,monospace}
.page{display:grid;grid-template-columns:270px minmax(0,1fr);min-height:100vh}
nav{position:sticky;top:0;align-self:start;height:100vh;overflow:auto;padding:24px 16px;border-right:1px solid var(--line);background:var(--sunk)}
nav h1{font-size:18px;margin:0 0 12px}
nav h2{font-size:12px;letter-spacing:.06em;color:var(--soft);margin:20px 0 4px}
nav a{display:block;padding:3px 8px;border-radius:4px;text-decoration:none;color:var(--ink);font-size:13.5px}
nav a:hover,nav a:focus-visible{background:var(--wash)}
main{padding:32px clamp(16px,4vw,56px);max-width:980px}
input,textarea{width:100%;padding:8px 10px;border:1px solid var(--line);border-radius:6px;background:var(--raised);color:var(--ink)}
label{display:block;margin:8px 0 2px;color:var(--soft);font-size:13px}
article{border-top:1px solid var(--line);padding:28px 0}
article h3{margin:0 0 4px;font-size:19px}
.address{overflow-wrap:anywhere;color:var(--soft)}
.method{display:inline-block;min-width:44px;font-weight:600;color:var(--indigo)}
.method.post{color:var(--celadon)}
.scope{color:var(--ochre);font-size:13px}
table{border-collapse:collapse;width:100%;margin:10px 0;font-size:14px}
th{text-align:left;font-weight:600;color:var(--soft);font-size:12.5px}
th,td{padding:6px 10px 6px 0;border-bottom:1px solid var(--line);vertical-align:top}
td:first-child{white-space:nowrap}
.need{color:var(--cinnabar)}
pre{background:var(--sunk);border:1px solid var(--line);border-radius:6px;padding:12px;overflow:auto;max-height:420px}
details>summary{cursor:pointer;color:var(--celadon);padding:6px 0}
button{font:inherit;font-weight:600;padding:8px 18px;margin-top:10px;border:0;border-radius:6px;background:var(--celadon);color:var(--paper);cursor:pointer;min-height:40px}
:focus-visible{outline:2px solid var(--indigo);outline-offset:2px}
.key{margin:16px 0 8px;padding:14px 16px;border:1px solid var(--line);border-radius:6px;background:var(--raised)}
@media (max-width:760px){.page{display:block}nav{position:static;height:auto;max-height:45vh}}
`;

/** Search in the list, and trying an operation with a key that never leaves this page. */
export const behaviour = `
const find=document.getElementById("find");
find.addEventListener("input",()=>{const words=find.value.toLowerCase().split(/\\s+/);
for(const it of document.querySelectorAll("[data-words]"))it.hidden=!words.every(w=>it.dataset.words.includes(w));});
const key=document.getElementById("key");
for(const form of document.querySelectorAll("form[data-path]"))form.addEventListener("submit",async event=>{
event.preventDefault();
const out=form.querySelector("output");const query=new URLSearchParams();let path=form.dataset.path;
const headers={"accept-language":navigator.language};
if(key.value)headers.authorization="Bearer "+key.value;
for(const field of form.querySelectorAll("input")){const value=field.value;
if(field.dataset.in==="path")path=path.replace("{"+field.name+"}",encodeURIComponent(value));
if(field.dataset.in==="query"&&value!=="")query.set(field.name,value);
if(field.dataset.in==="header"&&value!=="")headers[field.name]=value;}
const body=form.querySelector("textarea");
if(body)headers["content-type"]="application/json";
const text=query.toString();
try{const answer=await fetch(path+(text?"?"+text:""),{method:form.dataset.method,headers,...(body?{body:body.value}:{})});
const raw=await answer.text();let shown=raw;try{shown=JSON.stringify(JSON.parse(raw),null,2)}catch{}
out.textContent=answer.status+" "+answer.statusText+"\\n\\n"+shown;}catch(error){out.textContent=String(error);}
out.parentElement.hidden=false;});
for(const it of document.querySelectorAll("button[data-fresh]"))it.addEventListener("click",()=>{
it.previousElementSibling.value=crypto.randomUUID();});
`;
