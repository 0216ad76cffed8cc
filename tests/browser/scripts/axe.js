// What axe finds, if it is serious.
async function violations(rules) {
    const options = { resultTypes: ["violations"], iframes: false };
    if (rules.length > 0) {
        options.runOnly = { type: "rule", values: rules };
    }
    const found = await axe.run(document, options);
    const serious = found.violations.filter(
        (violation) => violation.impact === "serious" || violation.impact === "critical",
    );
    return serious.flatMap((violation) =>
        violation.nodes.map((node) => {
            const reasons = [...node.any, ...node.all, ...node.none];
            const why = reasons.map((reason) => reason.message).join("; ");
            return `axe ${violation.id}: ${node.target.join(" ")}: ${why}`;
        }),
    );
}
