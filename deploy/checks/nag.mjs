// Runs cdk-nag's AwsSolutions rules over synthesized templates:
//   node checks/nag.mjs ACCEPTED TEMPLATE...
// ACCEPTED lists the findings that are accepted, by regular expressions for finding and resource, each with its reason. Prints what is found beyond these, and acceptances
// that nothing needs any more; exits with 1 if there is any of either.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { App, Aspects, DefaultStackSynthesizer, Stack } from 'aws-cdk-lib';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';
import { AwsSolutionsChecks } from 'cdk-nag';

const [accepted, ...templates] = process.argv.slice(2);
const acceptances = JSON.parse(readFileSync(accepted, 'utf8'));
const used = new Set();
const findings = new Set();

const matches = (pattern, text) => new RegExp(`^(?:${pattern})$`).test(text);

const logger = {
  onCompliance() {},
  onNotApplicable() {},
  onSuppressed() {},
  onSuppressedError() {},
  onError({ ruleId, resource, errorMessage }) {
    findings.add(`${ruleId} could not be checked: ${resource.node.path}: ${errorMessage}`);
  },
  onNonCompliance({ ruleId, findingId, resource, ruleInfo }) {
    const finding = findingId ? `${ruleId}[${findingId}]` : ruleId;
    const name = resource.node.id;
    const acceptance = acceptances.find((entry) =>
      matches(entry.finding, finding) && matches(entry.resources, name) && entry.reason?.trim());
    if (acceptance) {
      used.add(acceptance);
    } else {
      findings.add(`${finding}: ${resource.node.path}: ${ruleInfo}`);
    }
  },
};

const app = new App({ analyticsReporting: false });
for (const templateFile of templates) {
  const stack = new Stack(app, basename(templateFile, '.template.json'), {
    synthesizer: new DefaultStackSynthesizer({ generateBootstrapVersionRule: false }),
  });
  new CfnInclude(stack, 'Template', { templateFile });
}

Aspects.of(app).add(new AwsSolutionsChecks({ reports: false, additionalLoggers: [logger] }));
app.synth();

const stale = acceptances.filter((entry) => !used.has(entry)).map((entry) => `Accepted but not found: ${entry.finding} on ${entry.resources}`);
const problems = [...findings, ...stale];
problems.forEach((problem) => console.log(problem));
process.exitCode = problems.length > 0 ? 1 : 0;
