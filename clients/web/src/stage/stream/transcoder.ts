/**
 * KTX2 textures by Basis Universal, under a policy that forbids making code from text.
 *
 * The transcoder's glue (Emscripten's embind) builds its callers with `new Function`, which our
 * Content-Security-Policy refuses. Two places are rewritten to do the same with closures.
 */

import { LoadingManager } from 'three';
import { KTX2Loader } from 'three/addons/loaders/KTX2Loader.js';
import glueUrl from 'three/addons/libs/basis/basis_transcoder.js?url';

/** What calls into WebAssembly: turns arguments into wire types, and the answer back. */
const CRAFT = /* js */ `(function () {
  if (arguments.length !== argCount - 2) throwBindingError('function ' + humanName + ' called with ' + arguments.length + ' arguments');
  var stack = needsDestructorStack ? [] : null, wired = [];
  if (isClassMethodFunc) wired.push(argTypes[1]['toWireType'](stack, this));
  for (var k = 2; k < argTypes.length; k++) wired.push(argTypes[k]['toWireType'](stack, arguments[k - 2]));
  var rv = cppInvokerFunc.apply(null, [cppTargetFunc].concat(wired));
  if (needsDestructorStack) runDestructors(stack);
  else for (var first = isClassMethodFunc ? 1 : 2, d = first; d < argTypes.length; d++) {
    if (argTypes[d].destructorFunction !== null) argTypes[d].destructorFunction(wired[d - first]);
  }
  if (returns) return argTypes[0]['fromWireType'](rv);
})`;

/** What WebAssembly calls a JavaScript value by. */
const CALL = /* js */ `(function (obj, func, destructorsRef, at) {
  var given = [];
  for (var k = 0; k < types.length; k++) {
    given.push(types[k].readValueFromPointer(at));
    at += types[k]['argPackAdvance'];
  }
  var rv = kind === 1 ? Reflect.construct(func, given) : func.apply(kind === 0 ? obj : given.shift(), given);
  if (!retType.isVoid) return emval_returnValue(retType, destructorsRef, rv);
})`;

const REPLACED: readonly [from: string, to: string][] = [
  ['newFunc(Function,args)(...closureArgs)', CRAFT],
  ['newFunc(Function,params)(...args)', CALL],
];

/** The glue's text without code made from text; throws when it is not the glue that is known. */
export function withoutEval(glue: string): string {
  return REPLACED.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) throw new Error('an unknown Basis transcoder');
    return text.replace(from, () => to);
  }, glue);
}

/** A loader of KTX2 textures whose workers run under our policy. */
export async function openTranscoder(): Promise<KTX2Loader> {
  const response = await fetch(glueUrl);
  if (!response.ok) throw new Error(`${response.status} ${glueUrl}`);
  const patched = URL.createObjectURL(new Blob([withoutEval(await response.text())], { type: 'text/javascript' }));
  const manager = new LoadingManager();
  manager.setURLModifier((url) => (/basis_transcoder[^/]*\.js$/.test(url) ? patched : url));
  return new KTX2Loader(manager);
}
