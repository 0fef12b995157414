import type { Binding, NodePath } from "@babel/traverse";
import { type Constancy, meet } from "./constancy";
import { at, nameOf, propertyOf, rowOf } from "./syntax";

/** Functions whose parameters are being looked at: a recursive one says nothing about itself. */
const underway = new Set<NodePath>();

/** The analysis of an expression, which leads to parameters and from there to other expressions. */
type Analysis = (expression: NodePath) => Constancy;

/** What is known of a parameter: what every caller in the file gives for it. One that others may call may be given anything. */
export function parameterConstancy(binding: Binding, constancyOf: Analysis): Constancy {
  const fn: NodePath = binding.scope.path;
  if (underway.has(fn)) return "value";
  const position = rowOf(fn, "params").indexOf(binding.path);
  const parameter = rowOf(fn, "params")[position];
  if (!parameter || parameter.isRestElement()) return "nothing";
  underway.add(fn);
  try {
    const all = given(fn, position, constancyOf);
    const whole = parameter.isAssignmentPattern() ? at(parameter, "left") : parameter;
    return whole.isIdentifier() || all === "value" ? all : "nothing";
  } finally {
    underway.delete(fn);
  }
}

function given(fn: NodePath, position: number, constancyOf: Analysis): Constancy {
  if (fn.listKey === "arguments" && fn.parentPath?.isCallExpression()) {
    const callee = at(fn.parentPath, "callee");
    const others = rowOf(fn.parentPath, "arguments").filter((each) => each !== fn);
    // What iterates over a constant gives its elements to the function.
    return callee.isMemberExpression()
      ? meet([constancyOf(at(callee, "object")), ...others.map(constancyOf)])
      : "nothing";
  }
  const calls = fn.isClassMethod({ accessibility: "private" }) ? callsOfMethod(fn) : callsOfName(fn);
  const all = calls.map((call): Constancy => {
    const argument = rowOf(call, "arguments")[position];
    return argument ? constancyOf(argument) : "value";
  });
  return all.length > 0 ? meet(all) : "nothing";
}

function callsOfMethod(fn: NodePath): NodePath[] {
  const name = nameOf(at(fn, "key"));
  const calls: NodePath[] = [];
  fn.parentPath?.traverse({
    CallExpression(call) {
      const callee = at(call, "callee");
      if (propertyOf(callee) === name && at(callee, "object").isThisExpression()) calls.push(call);
    },
  });
  return calls;
}

/** None when the function is also used otherwise than in a call, or exported. */
function callsOfName(fn: NodePath): NodePath[] {
  const declared = fn.isFunctionDeclaration() ? fn : fn.parentPath;
  const id =
    declared?.isFunctionDeclaration() || declared?.isVariableDeclarator() ? nameOf(at(declared, "id")) : undefined;
  const uses: readonly NodePath[] = (id && declared?.parentPath?.scope.getBinding(id)?.referencePaths) || [];
  const calls = uses.flatMap((use) => (use.key === "callee" && use.parentPath ? [use.parentPath] : []));
  return calls.length === uses.length ? calls : [];
}
