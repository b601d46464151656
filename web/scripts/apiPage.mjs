// The reference as one page without scripts, so that it breaks no policy and asks nobody else for anything.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './freshness.mjs';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

const escape = (text) => String(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
const nameOf = (ref) => ref.slice(ref.lastIndexOf('/') + 1);
const link = (name) => `<a href="#schema-${name}">${name}</a>`;

const inline = (line) =>
  escape(line)
    .replace(/`([^`]+)`/g, '<code>$1</code>')
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>');

/** Paragraphs, lists, code and bold: what the document's prose uses of Markdown. */
function prose(text = '') {
  return text
    .trim()
    .split(/\n\n+/)
    .filter(Boolean)
    .map((block) =>
      block.startsWith('- ')
        ? `<ul>${block
            .slice(2)
            .split(/\n- /)
            .map((item) => `<li>${inline(item)}</li>`)
            .join('')}</ul>`
        : `<p>${inline(block)}</p>`,
    )
    .join('');
}

/** A schema in a line. */
function shape(schema) {
  if (schema.$ref) return link(nameOf(schema.$ref));
  if (schema.const !== undefined) return `<code>${escape(JSON.stringify(schema.const))}</code>`;
  if (schema.enum) return schema.enum.map((value) => `<code>${escape(value)}</code>`).join(' ');
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return choices.map(shape).join(' or ');
  if (schema.allOf) return schema.allOf.map(shape).join(' and ');
  const types = [schema.type ?? []].flat();
  return types.map((type) => (type === 'array' ? `list of ${shape(schema.items ?? {})}` : word(type, schema))).join(' or ') || 'anything';
}

function word(type, schema) {
  if (type === 'null') return type;
  if (type === 'object') {
    const values = schema.additionalProperties;
    return values && values !== true ? `object of ${shape(values)}` : 'object';
  }
  const limits = [
    schema.minimum !== undefined && `from ${schema.minimum}`,
    schema.maximum !== undefined && `to ${schema.maximum}`,
    schema.maxLength !== undefined && `up to ${schema.maxLength} characters`,
    schema.default !== undefined && `default ${schema.default}`,
  ].filter(Boolean);
  return [schema.format ?? type, ...limits].join(', ');
}

/** The members of an object, and those of objects inside it. */
function members(schema) {
  const object = schema.type === 'array' ? (schema.items ?? {}) : schema;
  if (!object.properties) return '';
  const rows = Object.entries(object.properties).map(
    ([name, each]) =>
      `<tr><th scope="row"><code>${escape(name)}</code>${object.required?.includes(name) ? '' : ' <small>optional</small>'}</th>` +
      `<td>${shape(each)}${prose(each.description)}${members(each)}</td></tr>`,
  );
  return `<table><tbody>${rows.join('')}</tbody></table>`;
}

function examples({ example, examples: named }) {
  const all = example === undefined ? Object.values(named ?? {}) : [{ value: example }];
  return all
    .map(({ summary, value }) => {
      const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
      return `<details><summary>${escape(summary ?? 'Example')}</summary><pre>${escape(text)}</pre></details>`;
    })
    .join('');
}

function content(types = {}) {
  return Object.entries(types)
    .map(
      ([type, media]) =>
        `<p><code>${escape(type)}</code>: ${shape(media.schema)}</p>${prose(media.schema.description)}${members(media.schema)}${examples(media)}`,
    )
    .join('');
}

export function apiPage(document) {
  const resolve = (part) => (part.$ref ? document.components[part.$ref.split('/')[2]][nameOf(part.$ref)] : part);

  const parameter = (part) => {
    const { name, in: place, required, description, schema, example } = resolve(part);
    const sample = example === undefined ? '' : `<p>For example <code>${escape(example)}</code></p>`;
    return (
      `<tr><th scope="row"><code>${escape(name)}</code> <small>${place}${required ? '' : ', optional'}</small></th>` +
      `<td>${shape(schema)}${prose(description)}${sample}</td></tr>`
    );
  };

  const response = ([status, part]) => {
    const { description, headers = {}, content: types } = resolve(part);
    const told = Object.entries(headers).map(
      ([name, header]) => `<li><code>${escape(name)}</code>: ${inline(resolve(header).description)}</li>`,
    );
    const body = `${prose(description)}${told.length ? `<ul>${told.join('')}</ul>` : ''}${content(types)}`;
    return status < '300'
      ? `<section><h5>${status}</h5>${body}</section>`
      : `<details><summary>${status} ${inline(description.split(/ \(|\. |: /)[0])}</summary>${body}</details>`;
  };

  const operation = (
    path,
    method,
    { parameters = [] },
    { operationId, summary, description, parameters: own = [], requestBody, responses },
  ) => {
    const all = [...parameters, ...own];
    return (
      `<article id="${operationId}"><h3><code><b class="${method}">${method.toUpperCase()}</b> ${escape(path)}</code></h3>` +
      `<p class="summary">${escape(summary)}</p>${prose(description)}` +
      (all.length ? `<h4>Parameters</h4><table><tbody>${all.map(parameter).join('')}</tbody></table>` : '') +
      (requestBody ? `<h4>Body</h4>${content(requestBody.content)}` : '') +
      `<h4>Answers</h4>${Object.entries(responses).map(response).join('')}</article>`
    );
  };

  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method]).map((method) => ({ path, method, item, of: item[method] })),
  );
  const tagged = document.tags.map((tag) => ({ ...tag, operations: operations.filter(({ of }) => of.tags.includes(tag.name)) }));
  const index = tagged
    .map(
      ({ name, operations: all }) =>
        `<li>${name}<ul>${all.map(({ of }) => `<li><a href="#${of.operationId}">${escape(of.summary)}</a></li>`).join('')}</ul></li>`,
    )
    .join('');
  const sections = tagged
    .map(
      ({ name, description, operations: all }) =>
        `<section><h2>${name}</h2>${prose(description)}${all.map(({ path, method, item, of }) => operation(path, method, item, of)).join('')}</section>`,
    )
    .join('');
  const schemas = Object.entries(document.components.schemas)
    .sort(([one], [other]) => one.localeCompare(other))
    .map(
      ([name, schema]) =>
        `<article id="schema-${name}"><h3><code>${name}</code></h3>${prose(schema.description)}` +
        `${schema.properties ? '' : `<p>${shape(schema)}</p>`}${(schema.allOf ?? [schema]).map(members).join('')}</article>`,
    )
    .join('');
  return readFileSync(join(root, 'scripts', 'apiPage.html'), 'utf8')
    .replaceAll('%TITLE%', () => escape(document.info.title))
    .replace('%SUMMARY%', () => escape(document.info.summary))
    .replace('%INTRODUCTION%', () => prose(document.info.description))
    .replace('%INDEX%', () => index)
    .replace('%OPERATIONS%', () => sections)
    .replace('%SCHEMAS%', () => schemas);
}
