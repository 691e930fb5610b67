// The query editor: runs the query over HTTP and shows rows as a table. Without JavaScript the form still works.
const form = document.getElementById("editor");
const query = document.getElementById("query");
const example = document.getElementById("example");
const status = document.getElementById("status");
const answer = document.getElementById("answer");
const SHOWN = 1000;

example.addEventListener("change", () => {
  if (example.value) query.value = example.value;
});

query.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    run();
  }
});

form.addEventListener("submit", (event) => {
  if (event.submitter?.id === "download") return;
  event.preventDefault();
  run();
});

async function run() {
  status.textContent = "…";
  answer.replaceChildren();
  const began = performance.now();
  const response = await fetch(form.action, {
    method: "POST",
    headers: { "Content-Type": "application/sparql-query", Accept: "application/sparql-results+json, text/turtle;q=0.9" },
    body: query.value,
  }).catch((error) => ({ ok: false, headers: new Headers(), text: async () => String(error) }));
  const type = response.headers.get("Content-Type") ?? "";
  if (!response.ok) {
    status.textContent = type.includes("problem+json") ? (await response.json()).detail : await response.text();
    return;
  }
  if (!type.includes("results+json")) {
    const text = document.createElement("pre");
    text.textContent = await response.text();
    answer.append(text);
  } else {
    const result = await response.json();
    answer.append("boolean" in result ? String(result.boolean) : table(result));
  }
  const rows = answer.querySelector("table")?.dataset.rows;
  status.textContent = `${rows ? `${rows} rows, ` : ""}${Math.round(performance.now() - began)} ms`;
}

function table({ head, results }) {
  const whole = document.createElement("table");
  whole.dataset.rows = results.bindings.length;
  const heading = whole.createTHead().insertRow();
  for (const name of head.vars) heading.append(cell("th", name));
  const body = whole.createTBody();
  for (const binding of results.bindings.slice(0, SHOWN)) {
    const row = body.insertRow();
    for (const name of head.vars) row.append(cell("td", binding[name]));
  }
  if (results.bindings.length > SHOWN) whole.createCaption().textContent = `the first ${SHOWN} rows; download for all`;
  return whole;
}

function cell(kind, term) {
  const made = document.createElement(kind);
  if (term === undefined) return made;
  const text = term.value ?? term;
  if (term.type === "uri" && /^https?:/.test(text)) {
    const link = document.createElement("a");
    const local = new URL(text);
    const here = ["localhost", "127.0.0.1"].includes(local.hostname) || local.host === location.host;
    link.href = here && /^\/(id|document)\//.test(local.pathname) ? local.pathname : text;
    link.textContent = text.replace("https://w3id.org/communique/ontology#", "kb:");
    made.append(link);
  } else {
    made.textContent = text;
  }
  return made;
}

if (query.value) run();
