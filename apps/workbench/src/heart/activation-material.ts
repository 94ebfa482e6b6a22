import { ANATOMY_COLORS, type ColorScale, tabulateColorMap } from "@tributary/report";
import { Color, DataTexture, DoubleSide, LinearFilter, RGBAFormat, ShaderMaterial } from "three";

const VERTEX = `
attribute float time;
varying float vTime;
varying vec3 vNormal;
void main() {
  vTime = time;
  vNormal = normalMatrix * normal;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}`;

/** What the front has not reached by the cursor is muscle; isochrones as in the pictures; light comes from the viewer. */
const FRAGMENT = `
uniform sampler2D colors;
uniform vec3 muscle;
uniform float low;
uniform float high;
uniform float isochrone;
uniform float cursor;
uniform vec3 cutFace;
uniform float fluoroscopy;
varying float vTime;
varying vec3 vNormal;
void main() {
  float facing = abs(normalize(vNormal).z);
  if (fluoroscopy > 0.5) {
    // The beam passes more muscle where it grazes a wall.
    gl_FragColor = vec4(vec3(0.16), 0.05 + 0.16 * pow(1.0 - facing, 1.5));
    return;
  }
  if (!gl_FrontFacing) {
    gl_FragColor = vec4(cutFace, 1.0);
    return;
  }
  vec3 color = texture2D(colors, vec2(clamp((vTime - low) / (high - low), 0.002, 0.998), 0.5)).rgb;
  float lines = vTime / isochrone;
  float line = abs(fract(lines - 0.5) - 0.5) / max(fwidth(lines), 1e-4);
  color = mix(color * 0.62, color, smoothstep(0.4, 1.3, line));
  float isActive = step(vTime, cursor);
  color = mix(muscle, color, isActive);
  float front = isActive * (1.0 - smoothstep(0.0, 5.0, cursor - vTime)) * step(cursor, high - 0.5);
  color = mix(color, vec3(1.0), 0.75 * front);
  float light = 0.62 + 0.38 * facing;
  gl_FragColor = vec4(color * light, 1.0);
}`;

/** Colors a surface by the activation time of its nodes (attribute "time", ms), up to a time cursor. */
export function createActivationMaterial(scale: ColorScale): ShaderMaterial {
  const material = new ShaderMaterial({
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    side: DoubleSide,
    uniforms: {
      colors: { value: null },
      // The color as it is written, without a change of color space: the map is shown as the pictures show it.
      muscle: { value: new Color().setStyle(ANATOMY_COLORS.muscle, "srgb-linear") },
      // The inside of the wall is seen only where it is cut.
      cutFace: { value: new Color().setStyle(ANATOMY_COLORS.cutFace, "srgb-linear") },
      low: { value: 0 },
      high: { value: 1 },
      isochrone: { value: 1 },
      cursor: { value: scale.high },
      fluoroscopy: { value: 0 },
    },
  });
  applyScale(material, scale);
  return material;
}

export function applyScale({ uniforms }: ShaderMaterial, { map, reversed, low, high, step }: ColorScale): void {
  (uniforms["colors"]!.value as DataTexture | null)?.dispose();
  uniforms["colors"]!.value = createColorTexture(map, reversed);
  uniforms["low"]!.value = low;
  uniforms["high"]!.value = high;
  uniforms["isochrone"]!.value = step;
}

/** A schematic of what X-rays show: muscle a faint shadow, darker where the beam grazes the wall. */
export function applyFluoroscopy(material: ShaderMaterial, isOn: boolean): void {
  material.uniforms["fluoroscopy"]!.value = isOn ? 1 : 0;
  material.transparent = isOn;
  material.depthWrite = !isOn;
  material.needsUpdate = true;
}

const COLOR_COUNT = 256;

function createColorTexture(map: ColorScale["map"], reversed: boolean): DataTexture {
  const table = tabulateColorMap(map, COLOR_COUNT, reversed);
  const texels = new Uint8Array(4 * COLOR_COUNT);
  for (let i = 0; i < COLOR_COUNT; i++) {
    for (let channel = 0; channel < 3; channel++) texels[4 * i + channel] = Math.round(table[3 * i + channel]!);
    texels[4 * i + 3] = 255;
  }
  const texture = new DataTexture(texels, COLOR_COUNT, 1, RGBAFormat);
  texture.magFilter = LinearFilter;
  texture.minFilter = LinearFilter;
  texture.needsUpdate = true;
  return texture;
}
