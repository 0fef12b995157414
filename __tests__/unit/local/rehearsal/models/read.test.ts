import { readCall } from "../../../../../local/rehearsal/models/read";
import type { AwsRequest } from "../../../../../local/rehearsal/models/request";
import type { ServiceModel } from "../../../../../local/rehearsal/models/service-model";
import { request, service } from "./fixture";

/** The operation and parameters of a request, and what was found: `kind member`. */
function read(model: ServiceModel, it: AwsRequest) {
  const found: string[] = [];
  const call = readCall(model, it, (kind, member) => found.push(`${kind} ${member}`));
  return { ...call, found };
}

const MEMBERS = {
  Name: { shape: "Text" },
  Size: { shape: "Size" },
  Enabled: { shape: "Flag" },
  Names: { shape: "Texts" },
  Labels: { shape: "Labels" },
};
const VALUES = { Name: "a", Size: 3, Enabled: true, Names: ["a", "b"], Labels: { k: "v" } };

describe("a request in JSON", () => {
  const model = service("json", { members: MEMBERS });
  const target = { headers: { "x-amz-target": "Example.Make" } };

  test("is read whole", () => {
    expect(read(model, request(JSON.stringify(VALUES), target))).toEqual({
      operation: "Make",
      parameters: VALUES,
      found: [],
    });
  });

  test("a member that the model does not have is found", () => {
    expect(read(model, request('{"Name":"a","Nmae":"a"}', target)).found).toEqual(["unknown Nmae"]);
  });

  test("a structure, a list and a map of another type are found", () => {
    expect(read(model, request('{"Names":"a","Labels":[]}', target)).found).toEqual(["type Names", "type Labels"]);
  });

  test("an operation or a prefix that the model does not have is found", () => {
    expect(read(model, request("{}", { headers: { "x-amz-target": "Example.Mkae" } })).found).toEqual(["operation "]);
    expect(read(model, request("{}", { headers: { "x-amz-target": "Other.Make" } })).found).toEqual([
      "operation X-Amz-Target",
    ]);
  });

  test("a body that is not JSON is found", () => {
    expect(read(model, request("{", target))).toEqual({ operation: "Make", found: ["type "] });
  });
});

describe("a request in the query protocol", () => {
  const model = service("query", { members: MEMBERS });
  const body = (parameters: string) => request(`Action=Make&Version=2020-01-01&${parameters}`);

  test("is read whole", () => {
    const parameters =
      "Name=a&Size=3&Enabled=true&Names.member.1=a&Names.member.2=b&Labels.entry.1.key=k&Labels.entry.1.value=v";
    expect(read(model, body(parameters))).toEqual({ operation: "Make", parameters: VALUES, found: [] });
  });

  test("a parameter that the model does not have is found, also deep inside of a known one", () => {
    expect(read(model, body("Nmae=a&Names.member.1.Deep=a")).found).toContain("unknown Nmae");
    expect(read(model, body("Names.member.1.Deep=a")).found).toEqual(["unknown Names.member.1.Deep"]);
  });

  test("a number or a boolean that is none is found", () => {
    expect(read(model, body("Size=many&Enabled=yes")).found).toEqual(["type Size", "type Enabled"]);
  });

  test("a list with a gap is found", () => {
    expect(read(model, body("Names.member.1=a&Names.member.3=b")).found).toEqual(["type Names"]);
  });

  test("another version of the API, or an operation that it does not have, is found", () => {
    expect(read(model, request("Action=Make&Version=2019-01-01")).found).toEqual(["operation Version"]);
    expect(read(model, request("Action=Mkae&Version=2020-01-01")).found).toEqual(["operation "]);
  });
});

describe("a request in EC2's protocol", () => {
  const model = service("ec2", {
    members: {
      Name: { shape: "Text", locationName: "name" },
      Names: { shape: "Texts", locationName: "NameSet", queryName: "Names" },
    },
  });

  test("has capital names, and flat lists", () => {
    const it = request("Action=Make&Version=2020-01-01&Name=a&Names.1=a&Names.2=b");
    expect(read(model, it)).toEqual({ operation: "Make", parameters: { Name: "a", Names: ["a", "b"] }, found: [] });
  });

  test("the list's name in answers is none in requests", () => {
    expect(read(model, request("Action=Make&Version=2020-01-01&NameSet.1=a")).found).toEqual(["unknown NameSet.1"]);
  });
});

const LOCATED = {
  Id: { shape: "Text", location: "uri", locationName: "id" },
  Force: { shape: "Flag", location: "querystring", locationName: "force" },
  Kind: { shape: "Color", location: "header", locationName: "x-amz-kind" },
} as const;
const HTTP = { method: "PUT", requestUri: "/things/{id}?settings" };
const at = (path: string, headers: Record<string, string> = {}) => ({ method: "PUT", path, headers });

describe("a request in REST with JSON", () => {
  const model = service(
    "rest-json",
    { members: { ...LOCATED, Name: { shape: "Text", locationName: "name" } } },
    { http: HTTP },
  );

  test("is read from its path, query, headers and body", () => {
    const it = request('{"name":"a"}', at("/things/a%62?settings&force=true", { "x-amz-kind": "RED" }));
    const parameters = { Id: "ab", Force: true, Kind: "RED", Name: "a" };
    expect(read(model, it)).toEqual({ operation: "Make", parameters, found: [] });
  });

  test("a query parameter, a header or a member that the model does not have is found", () => {
    const it = request(
      '{"Name":"a"}',
      at("/things/a?settings&froce=true", { "x-amz-knid": "RED", "x-amz-date": "20260101" }),
    );
    expect(read(model, it).found).toEqual(["unknown ?froce", "unknown header x-amz-knid", "unknown Name"]);
  });

  test.each([at("/things/a"), { ...at("/things/a?settings"), method: "POST" }, at("/thing/a?settings")])(
    "an address that is no operation's is found: %j",
    (address) => {
      expect(read(model, request("", address)).found).toEqual(["operation "]);
    },
  );
});

describe("a request in REST with XML", () => {
  const shapes = {
    Body: {
      type: "structure",
      members: {
        Name: { shape: "Text" },
        Names: { shape: "Texts" },
        Flat: { shape: "FlatTexts", locationName: "Flat" },
        Flag: { shape: "Flag" },
      },
    },
    FlatTexts: { type: "list", member: { shape: "Text" }, flattened: true },
    Texts: { type: "list", member: { shape: "Text", locationName: "Item" } },
  } as const;
  const model = service(
    "rest-xml",
    { payload: "Body", members: { ...LOCATED, Body: { shape: "Body", locationName: "Thing" } } },
    { http: HTTP, shapes },
  );
  const put = (body: string) => request(body, at("/things/a?settings"));

  test("is read whole, whatever its namespace", () => {
    const xml =
      '<Thing xmlns="urn:x"><Name>a</Name><Names><Item>a</Item><Item>b</Item></Names><Flat>c</Flat><Flat>d</Flat><Flag>true</Flag></Thing>';
    const Body = { Name: "a", Names: ["a", "b"], Flat: ["c", "d"], Flag: true };
    expect(read(model, put(xml))).toEqual({ operation: "Make", parameters: { Id: "a", Body }, found: [] });
  });

  test("an element that the model does not have is found, at the top, in a structure and in a list", () => {
    expect(read(model, put("<Thnig><Name>a</Name></Thnig>")).found).toEqual(["unknown Body"]);
    expect(read(model, put("<Thing><Nmae>a</Nmae></Thing>")).found).toEqual(["unknown Body.Nmae"]);
    expect(read(model, put("<Thing><Names><Itme>a</Itme></Names></Thing>")).found).toEqual(["unknown Body.Names.Itme"]);
  });

  test("an element that comes twice, and a body that is no XML, are found", () => {
    expect(read(model, put("<Thing><Name>a</Name><Name>b</Name></Thing>")).found).toEqual(["type Body.Name"]);
    expect(read(model, put("<Thing><Name>a</Thing>")).found).toEqual(["type "]);
  });
});
