// Printed from scenes/properties.py by `python -m tools.print_scene`. Do not edit.
// What a hall and each kind of node may carry: glTF 2.0's vocabulary, metres and radians.

import type { Shape } from './shape';

export const KINDS = ["group", "model", "exhibit", "plinth", "text", "light", "portal", "seat", "spawn", "guide", "desk", "board", "booth", "unit"] as const;
export type Kind = (typeof KINDS)[number];
/** What every visitor may set, in the shared layer. */
export const INTERACTION: readonly string[] = ["explode", "variant", "animation", "turn", "page", "playback"];
/** What every node may carry. */
export const COMMON: Readonly<Record<string, Shape>> = {
  "kind": {
    "type": "choice",
    "values": ["group", "model", "exhibit", "plinth", "text", "light", "portal", "seat", "spawn", "guide", "desk", "board", "booth", "unit"]
  },
  "name": {
    "type": "record",
    "fields": {"zh": {"type": "text", "min": 0, "max": 200}, "en": {"type": "text", "min": 0, "max": 200}},
    "needs": ["zh", "en"]
  },
  "parent": {"type": "match", "pattern": "[a-z0-9][a-z0-9_-]{0,63}", "nullable": true},
  "translation": {"type": "list", "of": {"type": "number", "min": -8000.0, "max": 8000.0}, "min": 3, "max": 3},
  "rotation": {"type": "quaternion"},
  "scale": {"type": "list", "of": {"type": "number", "min": -1000, "max": 1000}, "min": 3, "max": 3},
  "visible": {"type": "boolean"}
};
/** What nodes of a kind may carry besides. */
export const COMPONENTS: Readonly<Record<Kind, Readonly<Record<string, Shape>>>> = {
  "group": {},
  "model": {
    "model": {
      "type": "record",
      "fields": {
        "levels": {
          "type": "list",
          "of": {
            "type": "record",
            "fields": {
              "asset": {"type": "match", "pattern": "[0-9a-f]{64}", "code": "bad_asset"},
              "bytes": {"type": "integer", "min": 1, "max": 1099511627776},
              "triangles": {"type": "integer", "min": 0, "max": 1099511627776},
              "error": {"type": "number", "min": 0, "max": 1000000000.0},
              "gpu_bytes": {"type": "integer", "min": 0, "max": 1099511627776}
            },
            "needs": ["asset", "bytes", "triangles", "error"]
          },
          "min": 1,
          "max": 8
        },
        "bounds": {
          "type": "record",
          "fields": {
            "min": {
              "type": "list",
              "of": {"type": "number", "min": -1000000000.0, "max": 1000000000.0},
              "min": 3,
              "max": 3
            },
            "max": {
              "type": "list",
              "of": {"type": "number", "min": -1000000000.0, "max": 1000000000.0},
              "min": 3,
              "max": 3
            }
          },
          "needs": ["min", "max"]
        },
        "color": {"type": "list", "of": {"type": "number", "min": 0, "max": 1}, "min": 3, "max": 3},
        "clips": {"type": "list", "of": {"type": "text", "min": 0, "max": 200}, "min": 0, "max": 256},
        "variants": {"type": "list", "of": {"type": "text", "min": 0, "max": 200}, "min": 0, "max": 256},
        "parts": {"type": "integer", "min": 0, "max": 100000},
        "role": {"type": "choice", "values": ["architecture", "landscape", "exhibit"]}
      },
      "needs": ["levels", "bounds", "color", "clips", "variants", "parts", "role"]
    },
    "materials": {
      "type": "map",
      "of": {
        "type": "record",
        "fields": {
          "pbrMetallicRoughness": {
            "type": "record",
            "fields": {
              "baseColorFactor": {"type": "list", "of": {"type": "number", "min": 0, "max": 1}, "min": 4, "max": 4},
              "metallicFactor": {"type": "number", "min": 0, "max": 1},
              "roughnessFactor": {"type": "number", "min": 0, "max": 1}
            },
            "needs": []
          },
          "emissiveFactor": {"type": "list", "of": {"type": "number", "min": 0, "max": 1}, "min": 3, "max": 3}
        },
        "needs": []
      },
      "max": 256
    }
  },
  "exhibit": {
    "translation": {
      "type": "list",
      "of": {"type": "number", "min": -2000000000.0, "max": 2000000000.0},
      "min": 3,
      "max": 3
    },
    "model": {
      "type": "record",
      "fields": {
        "levels": {
          "type": "list",
          "of": {
            "type": "record",
            "fields": {
              "asset": {"type": "match", "pattern": "[0-9a-f]{64}", "code": "bad_asset"},
              "bytes": {"type": "integer", "min": 1, "max": 1099511627776},
              "triangles": {"type": "integer", "min": 0, "max": 1099511627776},
              "error": {"type": "number", "min": 0, "max": 1000000000.0},
              "gpu_bytes": {"type": "integer", "min": 0, "max": 1099511627776}
            },
            "needs": ["asset", "bytes", "triangles", "error"]
          },
          "min": 1,
          "max": 8
        },
        "bounds": {
          "type": "record",
          "fields": {
            "min": {
              "type": "list",
              "of": {"type": "number", "min": -1000000000.0, "max": 1000000000.0},
              "min": 3,
              "max": 3
            },
            "max": {
              "type": "list",
              "of": {"type": "number", "min": -1000000000.0, "max": 1000000000.0},
              "min": 3,
              "max": 3
            }
          },
          "needs": ["min", "max"]
        },
        "color": {"type": "list", "of": {"type": "number", "min": 0, "max": 1}, "min": 3, "max": 3},
        "clips": {"type": "list", "of": {"type": "text", "min": 0, "max": 200}, "min": 0, "max": 256},
        "variants": {"type": "list", "of": {"type": "text", "min": 0, "max": 200}, "min": 0, "max": 256},
        "parts": {"type": "integer", "min": 0, "max": 100000},
        "role": {"type": "choice", "values": ["architecture", "landscape", "exhibit"]}
      },
      "needs": ["levels", "bounds", "color", "clips", "variants", "parts", "role"]
    },
    "card": {
      "type": "record",
      "fields": {
        "title": {
          "type": "record",
          "fields": {
            "zh": {"type": "text", "min": 0, "max": 200},
            "en": {"type": "text", "min": 0, "max": 200}
          },
          "needs": ["zh", "en"]
        },
        "maker": {
          "type": "record",
          "fields": {
            "zh": {"type": "text", "min": 0, "max": 200},
            "en": {"type": "text", "min": 0, "max": 200}
          },
          "needs": ["zh", "en"]
        },
        "text": {
          "type": "record",
          "fields": {
            "zh": {"type": "text", "min": 0, "max": 4000},
            "en": {"type": "text", "min": 0, "max": 4000}
          },
          "needs": ["zh", "en"]
        },
        "facts": {
          "type": "list",
          "of": {
            "type": "record",
            "fields": {
              "label": {
                "type": "record",
                "fields": {
                  "zh": {"type": "text", "min": 0, "max": 80},
                  "en": {"type": "text", "min": 0, "max": 80}
                },
                "needs": ["zh", "en"]
              },
              "value": {
                "type": "record",
                "fields": {
                  "zh": {"type": "text", "min": 0, "max": 200},
                  "en": {"type": "text", "min": 0, "max": 200}
                },
                "needs": ["zh", "en"]
              }
            },
            "needs": ["label", "value"]
          },
          "min": 0,
          "max": 24
        },
        "licence": {"type": "text", "min": 0, "max": 200},
        "contact": {
          "type": "record",
          "fields": {
            "zh": {"type": "text", "min": 0, "max": 400},
            "en": {"type": "text", "min": 0, "max": 400}
          },
          "needs": ["zh", "en"]
        }
      },
      "needs": ["title"]
    },
    "exhibit": {
      "type": "record",
      "fields": {
        "id": {"type": "match", "pattern": "[a-z0-9][a-z0-9_-]{0,63}"},
        "revision": {"type": "integer", "min": 1, "max": 1000000000},
        "fit": {"type": "choice", "values": ["true", "fitted"]}
      },
      "needs": ["id", "revision"]
    },
    "explode": {"type": "number", "min": 0, "max": 1},
    "variant": {"type": "text", "min": 0, "max": 200, "nullable": true},
    "animation": {
      "type": "record",
      "fields": {
        "clip": {"type": "text", "min": 0, "max": 200},
        "playing": {"type": "boolean"},
        "at": {"type": "number", "min": 0, "max": 1000000.0},
        "since": {"type": "number", "min": 0, "max": 100000000000.0},
        "speed": {"type": "number", "min": -10, "max": 10}
      },
      "needs": ["clip", "playing"],
      "nullable": true
    },
    "turn": {"type": "number", "min": -7, "max": 7},
    "materials": {
      "type": "map",
      "of": {
        "type": "record",
        "fields": {
          "pbrMetallicRoughness": {
            "type": "record",
            "fields": {
              "baseColorFactor": {"type": "list", "of": {"type": "number", "min": 0, "max": 1}, "min": 4, "max": 4},
              "metallicFactor": {"type": "number", "min": 0, "max": 1},
              "roughnessFactor": {"type": "number", "min": 0, "max": 1}
            },
            "needs": []
          },
          "emissiveFactor": {"type": "list", "of": {"type": "number", "min": 0, "max": 1}, "min": 3, "max": 3}
        },
        "needs": []
      },
      "max": 256
    }
  },
  "plinth": {
    "plinth": {
      "type": "record",
      "fields": {
        "height": {"type": "number", "min": 0, "max": 100},
        "radius": {"type": "number", "min": 0.05, "max": 100}
      },
      "needs": ["height", "radius"]
    }
  },
  "text": {
    "text": {
      "type": "record",
      "fields": {
        "zh": {"type": "text", "min": 0, "max": 400},
        "en": {"type": "text", "min": 0, "max": 400},
        "size": {"type": "number", "min": 0.01, "max": 100},
        "color": {"type": "list", "of": {"type": "number", "min": 0, "max": 1}, "min": 3, "max": 3},
        "background": {
          "type": "list",
          "of": {"type": "number", "min": 0, "max": 1},
          "min": 4,
          "max": 4,
          "nullable": true
        },
        "width": {"type": "number", "min": 0.05, "max": 1000, "nullable": true},
        "align": {"type": "choice", "values": ["left", "center", "right"]},
        "style": {"type": "choice", "values": ["sign", "card", "label"]},
        "about": {
          "type": "record",
          "fields": {
            "plinth": {"type": "match", "pattern": "[a-z0-9][a-z0-9_-]{0,63}"},
            "line": {"type": "choice", "values": ["title", "maker"]}
          },
          "needs": ["plinth", "line"]
        }
      },
      "needs": ["zh", "en", "size"]
    }
  },
  "light": {
    "light": {
      "type": "record",
      "fields": {
        "type": {"type": "choice", "values": ["point", "spot", "directional"]},
        "color": {"type": "list", "of": {"type": "number", "min": 0, "max": 1}, "min": 3, "max": 3},
        "intensity": {"type": "number", "min": 0, "max": 1000000.0},
        "range": {"type": "number", "min": 0.01, "max": 8000.0, "nullable": true},
        "angle": {"type": "number", "min": 0.01, "max": 1.5708}
      },
      "needs": ["type", "color", "intensity"]
    }
  },
  "portal": {
    "portal": {
      "type": "record",
      "fields": {
        "hall": {"type": "match", "pattern": "[a-z0-9][a-z0-9_-]{0,63}"},
        "spawn": {"type": "match", "pattern": "[a-z0-9][a-z0-9_-]{0,63}", "nullable": true},
        "width": {"type": "number", "min": 0.3, "max": 100},
        "height": {"type": "number", "min": 0.3, "max": 100}
      },
      "needs": ["hall", "spawn"]
    }
  },
  "seat": {
    "seat": {"type": "record", "fields": {"yaw": {"type": "number", "min": -7, "max": 7}}, "needs": []}
  },
  "spawn": {
    "spawn": {
      "type": "record",
      "fields": {"radius": {"type": "number", "min": 0, "max": 100}},
      "needs": ["radius"]
    }
  },
  "guide": {
    "guide": {
      "type": "record",
      "fields": {"persona": {"type": "match", "pattern": "[a-z0-9][a-z0-9_-]{0,63}"}},
      "needs": ["persona"]
    }
  },
  "desk": {
    "desk": {
      "type": "record",
      "fields": {"service": {"type": "match", "pattern": "[a-z0-9][a-z0-9_-]{0,63}"}},
      "needs": ["service"]
    }
  },
  "board": {
    "board": {
      "type": "record",
      "fields": {
        "width": {"type": "number", "min": 0.05, "max": 100},
        "height": {"type": "number", "min": 0.05, "max": 100},
        "media": {
          "type": "record",
          "fields": {
            "id": {"type": "match", "pattern": "[a-z0-9][a-z0-9_-]{0,63}"},
            "kind": {"type": "choice", "values": ["image", "video", "document"]},
            "title": {
              "type": "record",
              "fields": {
                "zh": {"type": "text", "min": 0, "max": 200},
                "en": {"type": "text", "min": 0, "max": 200}
              },
              "needs": ["zh", "en"]
            },
            "pages": {
              "type": "list",
              "of": {
                "type": "record",
                "fields": {
                  "asset": {"type": "match", "pattern": "[0-9a-f]{64}", "code": "bad_asset"},
                  "width": {"type": "integer", "min": 1, "max": 65536},
                  "height": {"type": "integer", "min": 1, "max": 65536}
                },
                "needs": ["asset", "width", "height"]
              },
              "min": 0,
              "max": 2000
            },
            "video": {
              "type": "record",
              "fields": {
                "asset": {"type": "match", "pattern": "[0-9a-f]{64}", "code": "bad_asset"},
                "mime": {"type": "choice", "values": ["video/mp4", "video/webm"]},
                "duration": {"type": "number", "min": 0, "max": 1000000.0},
                "width": {"type": "integer", "min": 1, "max": 65536},
                "height": {"type": "integer", "min": 1, "max": 65536}
              },
              "needs": ["asset", "mime", "duration", "width", "height"],
              "nullable": true
            },
            "poster": {"type": "match", "pattern": "[0-9a-f]{64}", "code": "bad_asset", "nullable": true}
          },
          "needs": ["id", "kind", "title"],
          "nullable": true
        }
      },
      "needs": ["width", "height"]
    },
    "page": {"type": "integer", "min": 0, "max": 2000},
    "playback": {
      "type": "record",
      "fields": {
        "playing": {"type": "boolean"},
        "at": {"type": "number", "min": 0, "max": 1000000.0},
        "since": {"type": "number", "min": 0, "max": 100000000000.0}
      },
      "needs": ["playing"],
      "nullable": true
    }
  },
  "booth": {
    "booth": {
      "type": "record",
      "fields": {
        "no": {"type": "text", "min": 1, "max": 32},
        "width": {"type": "number", "min": 0.1, "max": 200.0},
        "depth": {"type": "number", "min": 0.1, "max": 200.0},
        "height": {"type": "number", "min": 0.1, "max": 200.0},
        "triangles": {"type": "integer", "min": 0, "max": 100000000},
        "texture_bytes": {"type": "integer", "min": 0, "max": 17179869184}
      },
      "needs": ["no", "width", "depth", "height", "triangles", "texture_bytes"]
    },
    "tenant": {
      "type": "record",
      "fields": {
        "enterprise": {"type": "match", "pattern": "[a-z0-9][a-z0-9_-]{0,63}"},
        "name": {
          "type": "record",
          "fields": {
            "zh": {"type": "text", "min": 0, "max": 200},
            "en": {"type": "text", "min": 0, "max": 200}
          },
          "needs": ["zh", "en"]
        },
        "brief": {
          "type": "record",
          "fields": {
            "zh": {"type": "text", "min": 0, "max": 1000},
            "en": {"type": "text", "min": 0, "max": 1000}
          },
          "needs": ["zh", "en"]
        },
        "logo": {"type": "match", "pattern": "[0-9a-f]{64}", "code": "bad_asset", "nullable": true},
        "since": {"type": "number", "min": 0, "max": 100000000000.0}
      },
      "needs": ["enterprise", "name", "brief", "logo", "since"],
      "nullable": true
    }
  },
  "unit": {
    "unit": {
      "type": "record",
      "fields": {
        "no": {"type": "text", "min": 1, "max": 32},
        "use": {"type": "choice", "values": ["office", "workshop", "lab", "desk", "warehouse", "retail"]},
        "area": {"type": "number", "min": 0.1, "max": 1000000.0},
        "rent": {"type": "integer", "min": 0, "max": 1000000000},
        "from": {
          "type": "match",
          "pattern": "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])",
          "code": "bad_date"
        },
        "size": {"type": "list", "of": {"type": "number", "min": 0.1, "max": 200.0}, "min": 3, "max": 3},
        "floor_load": {"type": "number", "min": 0, "max": 1000},
        "power": {"type": "number", "min": 0, "max": 1000000.0},
        "height": {"type": "number", "min": 0, "max": 200.0},
        "terms": {
          "type": "record",
          "fields": {
            "zh": {"type": "text", "min": 0, "max": 1000},
            "en": {"type": "text", "min": 0, "max": 1000}
          },
          "needs": ["zh", "en"]
        }
      },
      "needs": ["no", "use", "area", "rent", "from", "size"]
    },
    "status": {"type": "choice", "values": ["free", "held", "let"]},
    "held_until": {"type": "number", "min": 0, "max": 100000000000.0, "nullable": true}
  }
};
/** What nodes of a kind cannot do without. */
export const REQUIRED: Readonly<Record<Kind, readonly string[]>> = {
  "group": [],
  "model": ["model"],
  "exhibit": ["model", "card"],
  "plinth": ["plinth"],
  "text": ["text"],
  "light": ["light"],
  "portal": ["portal"],
  "seat": [],
  "spawn": ["spawn"],
  "guide": ["guide"],
  "desk": ["desk"],
  "board": [],
  "booth": [],
  "unit": ["unit"]
};
/** What a hall carries itself. */
export const HALL: Readonly<Record<string, Shape>> = {
  "id": {"type": "match", "pattern": "[a-z0-9][a-z0-9_-]{0,63}"},
  "name": {
    "type": "record",
    "fields": {"zh": {"type": "text", "min": 0, "max": 200}, "en": {"type": "text", "min": 0, "max": 200}},
    "needs": ["zh", "en"]
  },
  "kind": {"type": "choice", "values": ["outdoor", "indoor"]},
  "state": {"type": "choice", "values": ["open", "closed"]},
  "capacity": {"type": "integer", "min": 1, "max": 20000},
  "bounds": {
    "type": "record",
    "fields": {
      "min": {"type": "list", "of": {"type": "number", "min": -8000.0, "max": 8000.0}, "min": 3, "max": 3},
      "max": {"type": "list", "of": {"type": "number", "min": -8000.0, "max": 8000.0}, "min": 3, "max": 3}
    },
    "needs": ["min", "max"]
  },
  "environment": {
    "type": "record",
    "fields": {
      "sky": {"type": "choice", "values": ["day", "none"]},
      "background": {"type": "list", "of": {"type": "number", "min": 0, "max": 1}, "min": 3, "max": 3},
      "exposure": {"type": "number", "min": 0.05, "max": 20},
      "ambient": {
        "type": "record",
        "fields": {
          "sky": {"type": "list", "of": {"type": "number", "min": 0, "max": 1}, "min": 3, "max": 3},
          "ground": {"type": "list", "of": {"type": "number", "min": 0, "max": 1}, "min": 3, "max": 3},
          "intensity": {"type": "number", "min": 0, "max": 100}
        },
        "needs": ["sky", "ground", "intensity"]
      },
      "fog": {
        "type": "list",
        "of": {"type": "number", "min": 0, "max": 100000},
        "min": 2,
        "max": 2,
        "nullable": true
      },
      "sun": {
        "type": "record",
        "fields": {
          "direction": {"type": "list", "of": {"type": "number", "min": -1, "max": 1}, "min": 3, "max": 3},
          "color": {"type": "list", "of": {"type": "number", "min": 0, "max": 1}, "min": 3, "max": 3},
          "intensity": {"type": "number", "min": 0, "max": 1000}
        },
        "needs": ["direction", "color", "intensity"],
        "nullable": true
      }
    },
    "needs": ["sky", "background", "exposure", "ambient"]
  },
  "walk": {
    "type": "record",
    "fields": {
      "areas": {
        "type": "list",
        "of": {
          "type": "record",
          "fields": {
            "id": {"type": "match", "pattern": "[a-z0-9][a-z0-9_-]{0,63}"},
            "y": {"type": "number", "min": -1000, "max": 1000},
            "polygon": {
              "type": "list",
              "of": {
                "type": "list",
                "of": {"type": "number", "min": -8000.0, "max": 8000.0},
                "min": 2,
                "max": 2
              },
              "min": 3,
              "max": 1024
            },
            "holes": {
              "type": "list",
              "of": {
                "type": "list",
                "of": {
                  "type": "list",
                  "of": {"type": "number", "min": -8000.0, "max": 8000.0},
                  "min": 2,
                  "max": 2
                },
                "min": 3,
                "max": 1024
              },
              "min": 0,
              "max": 256
            }
          },
          "needs": ["id", "y", "polygon"]
        },
        "min": 0,
        "max": 256
      },
      "links": {
        "type": "list",
        "of": {
          "type": "record",
          "fields": {
            "from": {
              "type": "list",
              "of": {"type": "number", "min": -8000.0, "max": 8000.0},
              "min": 3,
              "max": 3
            },
            "to": {
              "type": "list",
              "of": {"type": "number", "min": -8000.0, "max": 8000.0},
              "min": 3,
              "max": 3
            }
          },
          "needs": ["from", "to"]
        },
        "min": 0,
        "max": 512
      }
    },
    "needs": ["areas"]
  },
  "contact": {
    "type": "record",
    "fields": {"zh": {"type": "text", "min": 0, "max": 400}, "en": {"type": "text", "min": 0, "max": 400}},
    "needs": ["zh", "en"],
    "nullable": true
  },
  "viewpoints": {
    "type": "list",
    "of": {
      "type": "record",
      "fields": {
        "name": {
          "type": "record",
          "fields": {
            "zh": {"type": "text", "min": 0, "max": 200},
            "en": {"type": "text", "min": 0, "max": 200}
          },
          "needs": ["zh", "en"]
        },
        "position": {
          "type": "list",
          "of": {"type": "number", "min": -8000.0, "max": 8000.0},
          "min": 3,
          "max": 3
        },
        "yaw": {"type": "number", "min": -7, "max": 7},
        "pitch": {"type": "number", "min": -1.6, "max": 1.6}
      },
      "needs": ["name", "position", "yaw", "pitch"]
    },
    "min": 0,
    "max": 64
  }
};
export const HALL_REQUIRED: readonly string[] = ["id", "name", "kind", "state", "capacity", "bounds", "environment", "walk"];
/** What may be wrong with a value, as the server says it. */
export const FOUND: Readonly<Record<string, { zh: string; en: string }>> = {
  "missing": {"zh": "缺少必填内容", "en": "This is required"},
  "not_a_number": {"zh": "应为数字", "en": "This should be a number"},
  "not_an_integer": {"zh": "应为整数", "en": "This should be a whole number"},
  "out_of_range": {"zh": "超出允许范围", "en": "This is outside what is allowed"},
  "not_a_boolean": {"zh": "应为 true 或 false", "en": "This should be true or false"},
  "not_a_string": {"zh": "应为文本", "en": "This should be text"},
  "wrong_length": {"zh": "长度不对", "en": "This has the wrong length"},
  "bad_id": {"zh": "标识只能用小写字母、数字、-、_", "en": "An id is lower-case letters, digits, - and _"},
  "not_a_choice": {"zh": "不在可选范围内", "en": "This is not one of the choices"},
  "not_a_list": {"zh": "应为列表", "en": "This should be a list"},
  "not_an_object": {"zh": "应为对象", "en": "This should be an object"},
  "not_a_quaternion": {"zh": "应为四元数", "en": "This should be a quaternion"},
  "unknown_property": {"zh": "没有这个属性", "en": "There is no such property"},
  "bad_asset": {"zh": "资源地址应为 64 位十六进制", "en": "An asset is named by 64 hexadecimal digits"},
  "bad_date": {"zh": "日期应写成 2026-05-01 的样子", "en": "A date is written like 2026-05-01"}
};
