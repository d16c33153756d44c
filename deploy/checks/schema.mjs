// Compares synthesized templates with CloudFormation's own description of its resources:
//   node checks/schema.mjs TEMPLATE...
// Prints types and properties that CloudFormation does not know, and required properties that are missing; exits with 1 if
// there is any.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';

const database = loadAwsServiceSpecSync();

// What the wrong value of a property is, if it can only be of one kind.
function* check(place, properties, known) {
  for (const [name, property] of Object.entries(known)) {
    if (property.required && !(name in properties)) {
      yield `${place}.${name} is missing`;
    }
  }

  for (const [name, value] of Object.entries(properties)) {
    const property = known[name];
    if (!property) {
      yield `${place}.${name} is unknown`;
    } else {
      yield* checkValue(`${place}.${name}`, value, property.type);
    }
  }
}

function* checkValue(place, value, type) {
  if (type?.type === 'array' && Array.isArray(value)) {
    for (const [index, element] of value.entries()) {
      yield* checkValue(`${place}[${index}]`, element, type.element);
    }
  } else if (type?.type === 'ref' && isStructure(value)) {
    yield* check(place, value, database.get('typeDefinition', type.reference.$ref).properties);
  }
}

function isStructure(value) {
  const names = value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.keys(value) : [];
  return names.length > 0 && !(names.length === 1 && (names[0] === 'Ref' || names[0].startsWith('Fn::')));
}

let checked = 0;
const problems = [];
for (const file of process.argv.slice(2)) {
  for (const [id, resource] of Object.entries(JSON.parse(readFileSync(file, 'utf8')).Resources)) {
    const place = `${basename(file)}: ${id} (${resource.Type})`;
    const found = database.lookup('resource', 'cloudFormationType', 'equals', resource.Type);
    checked++;
    problems.push(...(found.length === 0 ? [`${place} is of an unknown type`] : check(place, resource.Properties ?? {}, found.only().properties)));
  }
}

problems.forEach((problem) => console.log(problem));
console.log(`${checked} resources checked, ${problems.length} problems`);
process.exitCode = problems.length > 0 || checked === 0 ? 1 : 0;
