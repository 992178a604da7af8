var nn = (function () {
  function sig(z) { return 1.0 / (1.0 + Math.exp(-z)); }

  function clip01(z) { return z < 0 ? 0 : z > 1 ? 1 : z; }

  // fast sigmoid, found on the internet
  function hardSig(z) { return clip01(0.2 * z + 0.5); }

  function outputDelta(y, t, d) {
    var out = [];
    for (var i = 0; i < y.length; i++) {
      out.push((y[i] - t[i]) * sig(d[i]) * (1 - sig(d[i])));
    }
    return out;
  }

  function hiddenDelta(deltaNext, wNext, d) {
    var out = [];
    for (var i = 0; i < wNext.length - 1; i++) {
      var acc = 0;
      for (var k = 0; k < wNext[i].length; k++) {
        acc += wNext[i][k] * deltaNext[k];
      }
      out.push(acc * sig(d[i]) * (1 - sig(d[i])));
    }
    return out;
  }

  function maxOf(list) {
    return Math.max.apply(null, list);
  }

  function softmax(logits) {
    var m = maxOf(logits.map(maxOf));
    var total = 0;
    var e = logits.map(function (row) {
      return row.map(function (z) {
        var value = Math.exp(z - m);
        total += value;
        return value;
      });
    });
    return e.map(function (row) {
      return row.map(function (value) { return value / total; });
    });
  }

  function logSumExp(row) {
    var m = maxOf(row), s = 0;
    for (var i = 0; i < row.length; i++) s += Math.exp(row[i] - m);
    return { m: m, log: Math.log(s) };
  }

  function categoricalCrossEntropy(y, t, options) {
    var fromLogits = options !== undefined && options.fromLogits === true;
    var loss = 0;
    for (var n = 0; n < y.length; n++) {
      var lse = fromLogits ? logSumExp(y[n]) : null;
      var target = t[n];
      if (typeof target === 'number') {
        if (target < 0 || target >= y[n].length) throw new Error('target out of range');
        loss += fromLogits ? y[n][target] - lse.m - lse.log : Math.log(y[n][target]);
      } else {
        for (var k = 0; k < target.length; k++) {
          if (target[k] === 0) continue;
          loss += target[k] * (fromLogits ? y[n][k] - lse.m - lse.log : Math.log(y[n][k]));
        }
      }
    }
    return loss / y.length;
  }

  function or(value, otherwise) {
    return value === undefined ? otherwise : value;
  }

  function adam(state, gradient, options) {
    options = options || {};
    var lr = or(options.learningRate, 0.001);
    var b1 = or(options.beta1, 0.9);
    var b2 = or(options.beta2, 0.999);
    var eps = or(options.epsilon, 1e-7);
    var next = { theta: [], m: [], v: [], t: state.t + 1 };
    for (var i = 0; i < gradient.length; i++) {
      next.m[i] = b1 * state.m[i] + (1 - b1) * gradient[i];
      next.v[i] = b2 * state.v[i] + (1 - b2) * Math.pow(gradient[i], 2);
      var mhat = next.m[i] / (1 - Math.pow(b1, next.t));
      var vhat = next.v[i] / (1 - Math.pow(b2, next.t));
      next.theta[i] = state.theta[i] - lr * mhat / (Math.sqrt(vhat) + eps);
    }
    return next;
  }

  function conv2d(x, kernel, bias, options) {
    options = options || {};
    var s = or(options.strides, [1, 1]), d = or(options.dilations, [1, 1]), same = options.padding === 'same';
    var h = x[0].length, w = x[0][0].length, kh = kernel.length, kw = kernel[0].length;
    var eh = (kh - 1) * d[0] + 1, ew = (kw - 1) * d[1] + 1;
    if (kernel[0][0].length !== x[0][0][0].length) throw new Error('channel mismatch');
    if (!same && (eh > h || ew > w)) throw new Error('kernel larger than the image');
    var oh = same ? Math.ceil(h / s[0]) : Math.floor((h - eh) / s[0]) + 1;
    var ow = same ? Math.ceil(w / s[1]) : Math.floor((w - ew) / s[1]) + 1;
    var ph = same ? Math.floor(Math.max((oh - 1) * s[0] + eh - h, 0) / 2) : 0;
    var pw = same ? Math.floor(Math.max((ow - 1) * s[1] + ew - w, 0) / 2) : 0;
    return x.map(function (image) {
      var out = [];
      for (var i = 0; i < oh; i++) {
        out[i] = [];
        for (var j = 0; j < ow; j++) {
          out[i][j] = [];
          for (var f = 0; f < bias.length; f++) {
            var acc = bias[f];
            for (var a = 0; a < kh; a++) {
              for (var b = 0; b < kw; b++) {
                var r = i * s[0] + a * d[0] - ph, c = j * s[1] + b * d[1] - pw;
                if (r >= 0 && r < h && c >= 0 && c < w) acc += image[r][c][0] * kernel[a][b][0][f];
              }
            }
            out[i][j][f] = acc;
          }
        }
      }
      return out;
    });
  }

  function lstmCell(x, state, weights) {
    function gate(name, fn) {
      var g = weights[name];
      return x.map(function (row, n) {
        var v = state.h[n].concat(row);
        return g.b.map(function (b, u) {
          for (var k = 0, z = b; k < v.length; k++) z += v[k] * g.w[k][u];
          return fn(z);
        });
      });
    }
    var f = gate('forget', hardSig), i = gate('input', hardSig), o = gate('output', hardSig);
    var g = gate('candidate', Math.tanh);
    var c = state.c.map(function (row, n) {
      return row.map(function (old, u) { return f[n][u] * old + i[n][u] * g[n][u]; });
    });
    var h = c.map(function (row, n) {
      return row.map(function (cell, u) { return o[n][u] * Math.tanh(cell); });
    });
    return { h: h, c: c };
  }

  function klStandardNormal(mean, logVariance) {
    var total = 0;
    for (var n = 0; n < mean.length; n++) {
      for (var k = 0; k < mean[n].length; k++) {
        total += Math.pow(mean[n][k], 2) + Math.exp(logVariance[n][k]) - 1 - logVariance[n][k];
      }
    }
    return total / 2 / mean.length;
  }

  return {
    outputDelta: outputDelta,
    hiddenDelta: hiddenDelta,
    softmax: softmax,
    categoricalCrossEntropy: categoricalCrossEntropy,
    adam: adam,
    conv2d: conv2d,
    lstmCell: lstmCell,
    klStandardNormal: klStandardNormal,
  };
})();

export var outputDelta = nn.outputDelta;
export var hiddenDelta = nn.hiddenDelta;
export var softmax = nn.softmax;
export var categoricalCrossEntropy = nn.categoricalCrossEntropy;
export var adam = nn.adam;
export var conv2d = nn.conv2d;
export var lstmCell = nn.lstmCell;
export var klStandardNormal = nn.klStandardNormal;
export default nn;
