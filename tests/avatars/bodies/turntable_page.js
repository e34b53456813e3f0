/** The page of `turntable.mjs`: one body under even light, posed by the stage's own code. */

import * as THREE from 'three';
import { GuideBody } from '../../../clients/web/src/stage/guides/body.ts';
import { Mouth } from '../../../clients/web/src/stage/guides/mouth.ts';
import { installToneCurve } from '../../../clients/web/src/stage/tonecurve.ts';

const CLAUSE = [[0, 'aa', 0.8], [200, 'ih', 0.6], [400, 'oh', 0.8], [600, 'ee', 0.7], [800, 'aa', 0.9], [1000, 'ou', 0.8], [1400, 'aa', 0.9], [6000, 'sil', 0]];
const HALF = (10 * Math.PI) / 180;

installToneCurve();
const canvas = document.body.appendChild(document.createElement('canvas'));
const renderer = new THREE.WebGLRenderer({ canvas, antialias: true, preserveDrawingBuffer: true });
renderer.toneMapping = THREE.CustomToneMapping;
const scene = new THREE.Scene();
scene.background = new THREE.Color(0xdfe3e6);
const sun = new THREE.DirectionalLight(0xfff2e0, 1.6);
sun.position.set(-1.2, 2.2, -2.4);
scene.add(new THREE.HemisphereLight(0xf4f6ff, 0xb8aca0, 1.5), sun);
const camera = new THREE.PerspectiveCamera(20, 1, 0.05, 50);
let bytes = null;

window.take = (base64) => {
  bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)).buffer;
};

/** A picture of the body after some seconds of doing something, seen from an angle. */
window.shoot = async ({ w, h, at, size, yaw = 0, seconds = 2, speed = 0, state = 'idle', says = 0, act = '', hand = null, headYaw = 0 }) => {
  const mouth = new Mouth();
  const body = await GuideBody.load(scene, bytes.slice(0), mouth, 5);
  renderer.setSize(w, h, false);
  const middle = new THREE.Vector3(...at), away = size / 2 / Math.tan(HALF);
  camera.aspect = w / h;
  camera.position.set(middle.x - Math.sin(yaw) * away, middle.y, middle.z - Math.cos(yaw) * away);
  camera.lookAt(middle);
  camera.updateProjectionMatrix();
  const start = 14_000;
  body.become(state, start);
  for (let clause = 0; clause < says; clause++) body.hands.clauseBegins(start, clause, 5);
  if (says) mouth.say(CLAUSE, start);
  if (act) body.hands.act(act, start);
  for (let frame = 0; frame < seconds * 60; frame++) {
    const now = start + (frame * 1000) / 60;
    body.update({
      dt: 1 / 60, now, time: now / 1000, feet: new THREE.Vector3(), bodyYaw: 0, headYaw, headPitch: 0, speed,
      hand: hand && new THREE.Vector3(...hand), gaze: camera.position, reducedMotion: false, shadows: false,
    });
  }
  renderer.render(scene, camera);
  const picture = canvas.toDataURL('image/png');
  body.dispose();
  return picture;
};
window.ready = true;
