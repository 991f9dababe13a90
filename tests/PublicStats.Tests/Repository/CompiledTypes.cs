using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace PublicStats.Tests.Repository;

/// <summary>One type that uses another, or a member of another: "PublicStats.Data.Figures.Figure", "System.DateTime.get_Now".</summary>
internal sealed record TypeUse(string User, string Used);

/// <summary>
/// Reads from a compiled project which types and members each of its types uses, in signatures, attributes and method bodies.
/// </summary>
internal sealed class CompiledTypes
{
    private static readonly Dictionary<int, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => (int)(ushort)code.Value);

    private readonly HashSet<TypeUse> uses = [];
    private readonly PEReader file;
    private readonly MetadataReader metadata;

    private CompiledTypes(PEReader file) => (this.file, metadata) = (file, file.GetMetadataReader());

    /// <summary>
    /// Every use in an assembly that lies beside the tests. Types that the compiler makes count as the type they were made for.
    /// </summary>
    /// <param name="assembly">The name of the file without its extension.</param>
    public static IReadOnlySet<TypeUse> UsesIn(string assembly)
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, assembly + ".dll")));
        var types = new CompiledTypes(file);
        foreach (var handle in types.metadata.TypeDefinitions)
        {
            types.Add(handle);
        }

        return types.uses;
    }

    private void Add(TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        var user = Owner(handle);
        Use(user, type.BaseType);
        Use(user, type.GetInterfaceImplementations().Select(item => metadata.GetInterfaceImplementation(item).Interface));
        Use(user, type.GetCustomAttributes().Select(item => metadata.GetCustomAttribute(item).Constructor));
        Use(user, Constraints(type.GetGenericParameters()));
        foreach (var field in type.GetFields().Select(metadata.GetFieldDefinition))
        {
            Use(user, field.DecodeSignature(SignatureTypes.Instance, metadata));
            Use(user, field.GetCustomAttributes().Select(item => metadata.GetCustomAttribute(item).Constructor));
        }

        foreach (var property in type.GetProperties().Select(metadata.GetPropertyDefinition))
        {
            Use(user, property.GetCustomAttributes().Select(item => metadata.GetCustomAttribute(item).Constructor));
        }

        foreach (var method in type.GetMethods().Select(metadata.GetMethodDefinition))
        {
            Use(user, method.DecodeSignature(SignatureTypes.Instance, metadata));
            Use(user, method.GetCustomAttributes().Select(item => metadata.GetCustomAttribute(item).Constructor));
            Use(user, Constraints(method.GetGenericParameters()));
            if (method.RelativeVirtualAddress != 0)
            {
                UseBody(user, file.GetMethodBody(method.RelativeVirtualAddress));
            }
        }
    }

    private IEnumerable<EntityHandle> Constraints(GenericParameterHandleCollection parameters) =>
        parameters
            .SelectMany(item => metadata.GetGenericParameter(item).GetConstraints())
            .Select(item => metadata.GetGenericParameterConstraint(item).Type);

    private void UseBody(string user, MethodBodyBlock body)
    {
        if (!body.LocalSignature.IsNil)
        {
            foreach (
                var local in metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(SignatureTypes.Instance, metadata)
            )
            {
                Use(user, local);
            }
        }

        Use(user, body.ExceptionRegions.Where(region => region.Kind == ExceptionRegionKind.Catch).Select(region => region.CatchType));
        var code = body.GetILReader();
        while (code.RemainingBytes > 0)
        {
            var value = (int)code.ReadByte();
            var operation = OpCodesByValue[value == 0xFE ? 0xFE00 | code.ReadByte() : value];
            switch (operation.OperandType)
            {
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType:
                    Use(user, MetadataTokens.EntityHandle(code.ReadInt32()));
                    break;
                case OperandType.InlineSwitch:
                    var targets = code.ReadInt32();
                    code.Offset += targets * 4;
                    break;
                default:
                    code.Offset += Length(operation.OperandType);
                    break;
            }
        }
    }

    private static int Length(OperandType operand) =>
        operand switch
        {
            OperandType.InlineNone => 0,
            OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
            OperandType.InlineVar => 2,
            OperandType.InlineI8 or OperandType.InlineR => 8,
            _ => 4,
        };

    private void Use(string user, IEnumerable<EntityHandle> handles)
    {
        foreach (var handle in handles)
        {
            Use(user, handle);
        }
    }

    private void Use(string user, EntityHandle handle)
    {
        if (handle.IsNil)
        {
            return;
        }

        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                uses.Add(new(user, Owner((TypeDefinitionHandle)handle)));
                break;
            case HandleKind.TypeReference or HandleKind.TypeSpecification:
                Use(user, SignatureTypes.Of(metadata, handle));
                break;
            case HandleKind.FieldDefinition:
                Use(user, metadata.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.MethodDefinition:
                Use(user, metadata.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.MethodSpecification:
                var made = metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                Use(user, made.Method);
                foreach (var argument in made.DecodeSignature(SignatureTypes.Instance, metadata))
                {
                    Use(user, argument);
                }

                break;
            case HandleKind.MemberReference:
                UseMember(user, metadata.GetMemberReference((MemberReferenceHandle)handle));
                break;
        }
    }

    private void UseMember(string user, MemberReference member)
    {
        var parents = SignatureTypes.Of(metadata, member.Parent);
        Use(user, parents);
        foreach (var parent in parents)
        {
            uses.Add(new(user, $"{parent}.{metadata.GetString(member.Name)}"));
        }

        if (member.GetKind() == MemberReferenceKind.Field)
        {
            Use(user, member.DecodeFieldSignature(SignatureTypes.Instance, metadata));
        }
        else
        {
            Use(user, member.DecodeMethodSignature(SignatureTypes.Instance, metadata));
        }
    }

    private void Use(string user, MethodSignature<IReadOnlyList<string>> signature)
    {
        Use(user, signature.ReturnType);
        foreach (var parameter in signature.ParameterTypes)
        {
            Use(user, parameter);
        }
    }

    private void Use(string user, IReadOnlyList<string> types) => uses.UnionWith(types.Select(type => new TypeUse(user, type)));

    private string Owner(TypeDefinitionHandle handle) => SignatureTypes.NameOf(metadata, handle);
}
