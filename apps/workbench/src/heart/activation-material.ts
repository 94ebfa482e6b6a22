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
varying float vTime;
varying vec3 vNormal;
void main() {
  vec3 color = texture2D(colors, vec2(clamp((vTime - low) / (high - low), 0.002, 0.998), 0.5)).rgb;
  float lines = vTime / isochrone;
  float line = abs(fract(lines - 0.5) - 0.5) / max(fwidth(lines), 1e-4);
  color = mix(color * 0.62, color, smoothstep(0.4, 1.3, line));
  float isActive = step(vTime, cursor);
  color = mix(muscle, color, isActive);
  float front = isActive * (1.0 - smoothstep(0.0, 5.0, cursor - vTime)) * step(cursor, high - 0.5);
  color = mix(color, vec3(1.0), 0.75 * front);
  float light = 0.62 + 0.38 * abs(normalize(vNormal).z);
  gl_FragColor = vec4(color * light, 1.0);
}`;

/** Colors a surface by the activation time of its nodes (attribute "time", ms), up to a time cursor. */
export function createActivationMaterial({ map, reversed, low, high, step }: ColorScale): ShaderMaterial {
  return new ShaderMaterial({
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    side: DoubleSide,
    uniforms: {
      colors: { value: createColorTexture(map, reversed) },
      // The color as it is written, without a change of color space: the map is shown as the pictures show it.
      muscle: { value: new Color().setStyle(ANATOMY_COLORS.muscle, "srgb-linear") },
      low: { value: low },
      high: { value: high },
      isochrone: { value: step },
      cursor: { value: high },
    },
  });
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
