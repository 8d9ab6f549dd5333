// swift-tools-version: 6.2

import PackageDescription

// Every warning is an error, and every use of an unsafe construct must be marked `unsafe`.
let settings: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableExperimentalFeature("Lifetimes"),
]

// The arrows between the modules: each may import only what its line names, and every name stands above it.
// `swift build --explicit-target-dependency-import-check error` holds us to it.
let arrows: [(module: String, imports: [Target.Dependency])] = [
  ("Times", []),
  ("Wording", []),
  ("Dumps", ["CSQLite", "CZlib"]),
  ("Lexicons", ["CLexicons", "Wording"]),
  ("Sentiment", ["Lexicons", "Wording"]),
  ("Topics", ["Lexicons", "Wording"]),
  ("Classification", ["Lexicons", "Sentiment", "Topics", "Wording"]),
  ("Learning", ["Lexicons", "Sentiment", "Wording"]),
  ("Trends", ["Times"]),
  ("Charts", ["Times", "Trends"]),
]

let modules: [Target] = arrows.map { module, imports in
  .target(name: module, dependencies: imports, swiftSettings: settings)
}

let tests: [Target] = arrows.map { module, imports in
  .testTarget(
    name: "\(module)Tests",
    dependencies: [.byName(name: module), "TestSupport"] + imports,
    exclude: module == "Dumps" ? ["Fixtures"] : [],
    swiftSettings: settings)
}

let package = Package(
  name: "Suara",
  products: [
    .library(name: "Suara", targets: ["Suara"]),
    .executable(name: "suara", targets: ["SuaraCommand"]),
    .executable(name: "bench", targets: ["bench"]),
  ],
  dependencies: [],
  targets: [
    // The bytes of Lexicons/**/*.tsv inside the program, by `#embed`.
    .target(name: "CLexicons"),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
  ] + modules + tests + [
    .target(
      name: "Suara",
      dependencies: [
        "Classification", "Lexicons", "Sentiment", "Times", "Topics", "Trends", "Wording",
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "SuaraCommand",
      dependencies: [
        "Charts", "Classification", "Dumps", "Learning", "Lexicons", "Sentiment", "Times", "Topics",
        "Trends", "Wording",
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "bench",
      dependencies: [
        "Classification", "Dumps", "Lexicons", "Sentiment", "Times", "Topics", "Trends", "Wording",
      ],
      path: "Benchmarks",
      exclude: ["README.md", "gates.sh", "peers"],
      swiftSettings: settings),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    .testTarget(
      name: "SuaraTests", dependencies: ["Suara", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "CommandTests", dependencies: ["Dumps", "TestSupport", "SuaraCommand"],
      swiftSettings: settings),
    .testTarget(
      name: "RepositoryTests", dependencies: ["TestSupport", "Lexicons", "Wording"],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)

// Fuzzers link only against libFuzzer, so they exist only where they are asked for:
//   FUZZ=1 swift build -c release --sanitize fuzzer --product FuzzCSV --scratch-path .build-fuzz
if Context.environment["FUZZ"] != nil {
  for (name, imports) in [
    ("FuzzCSV", ["Dumps"]), ("FuzzJSON", ["Dumps"]), ("FuzzXLSX", ["Dumps"]),
    ("FuzzTimes", ["Times"]),
  ] {
    package.targets.append(
      .executableTarget(
        name: name, dependencies: imports.map { .byName(name: $0) }, path: "Tests/Fuzz/\(name)",
        swiftSettings: settings))
  }
}
