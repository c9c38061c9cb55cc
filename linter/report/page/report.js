'use strict';
// Shows the findings that the form asks for, and the files that still have any.
const form = document.querySelector('form');
const findings = [...document.querySelectorAll('article')];

function wanted(finding) {
  const { level, role, rule } = finding.dataset;
  const text = form.elements.text.value.trim().toLowerCase();
  return form.elements[level].checked &&
    (form.elements.role.value === '' || form.elements.role.value === role) &&
    (form.elements.rule.value === '' || form.elements.rule.value === rule) &&
    (text === '' || finding.textContent.toLowerCase().includes(text));
}

function filter() {
  let shown = 0;
  for (const finding of findings) {
    finding.hidden = !wanted(finding);
    shown += finding.hidden ? 0 : 1;
  }
  const everything = shown === findings.length;
  for (const file of document.querySelectorAll('section'))
    file.hidden = !everything && !file.querySelector('article:not([hidden])');
  document.querySelector('output').value = everything ? '' : `${shown} of ${findings.length} shown`;
}

form.addEventListener('input', filter);
form.addEventListener('submit', (event) => event.preventDefault());
form.hidden = false;
